package ringside.config;

import ringside.world.HandlingCommand;

/** The words of commands that change how requests are handled. */
final class HandlingWords {
    private HandlingWords() {}

    static String of(HandlingCommand command) {
        return switch (command) {
            case HandlingCommand.SetTimeout(var timeout) -> "timeout " + Units.of(timeout);
            default -> throw new IllegalArgumentException("no words say " + command);
        };
    }
}
