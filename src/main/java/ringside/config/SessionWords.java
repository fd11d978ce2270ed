package ringside.config;

import java.util.Locale;
import ringside.world.Command;
import ringside.world.Sessions;

/** Where servers keep what they know of their clients, in a file and in a command. */
final class SessionWords {
    private SessionWords() {}

    static Sessions read(YamlValue value) {
        return value.isOff()
                ? Sessions.NONE
                : Sessions.valueOf(value.oneOf("off", "local", "shared").toUpperCase(Locale.ROOT));
    }

    /** What the next word says. */
    static Wish sessions(Words words) {
        var where = read(YamlValue.named("sessions", words.scalar("where sessions are kept")));
        return (_, _) -> new Command.SetSessions(where);
    }

    static String of(Sessions where) {
        return where == Sessions.NONE ? "off" : where.name().toLowerCase(Locale.ROOT);
    }
}
