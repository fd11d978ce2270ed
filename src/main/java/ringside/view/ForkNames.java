package ringside.view;

import static ringside.view.Texts.text;

import java.util.Locale;
import ringside.world.Command;

/** What a branch is called at first: its number, and what was done when. */
final class ForkNames {
    private ForkNames() {}

    static String of(int number, Command command, long nanos) {
        return text("fork.name", String.valueOf(number), what(command), seconds(nanos));
    }

    /** An instant as names and sentences have it: {@code 12.3 s}. */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    private static String what(Command command) {
        return switch (command) {
            case Command.SetPolicy(var policy) -> PolicyNames.of(policy);
            case Command.AddServer(var server, int _) -> "+ " + server.id();
            case Command.RemoveServer(var server, var _) -> "− " + server;
            case Command.SetWeight(var server, int weight) -> text("fork.weight", server, String.valueOf(weight));
            case Command.SetBehaviour(var server, var _) -> text("fork.behaviour", server);
            case Command.SetLatency(var server, var _) -> text("fork.latency", server);
            case Command.SetTraffic _ -> text("fork.traffic");
            case Command.SetChecks _ -> text("fork.checks");
            case Command.Send(var _, var _, int count) -> text("fork.send", count);
            default -> text("fork.handling");
        };
    }
}
