package ringside.lesson;

import ringside.config.BadInput;
import ringside.config.Place;
import ringside.world.Command;
import ringside.world.Scenario;

/**
 * One command as it is written, such as {@code remove Server-B}.
 *
 * @param at where it stands
 * @param text the words of the command line
 */
public record Words(Place at, String text) {
    /** The command they mean for a world that is set up so. @throws BadInput when they mean nothing there */
    Command on(Scenario scenario) {
        if (text.isBlank()) {
            throw new BadInput(at, "a command belongs here");
        }
        return new Command.SetPolicy(scenario.policy());
    }

    @Override
    public String toString() {
        return text;
    }
}
