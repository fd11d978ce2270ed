package ringside.world;

import java.time.Duration;
import ringside.engine.Health;

/**
 * How servers are checked.
 *
 * @param kind what a check does
 * @param path what an HTTP check asks for
 * @param every how often, 10 ms to 1 h
 * @param timeout how long it waits for its answer, 1 ms to 1 h
 * @param rise passes in a row that bring a server up, 1 to 100
 * @param fall failures in a row that take it down, 1 to 100
 */
public record Checks(Kind kind, String path, Duration every, Duration timeout, int rise, int fall) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** What a check does. */
    public enum Kind {
        /** Nothing: every server is trusted. */
        NONE,
        /** Opens a connection and closes it again. */
        TCP,
        /** Asks for the path and wants a status from 200 to 399. */
        HTTP
    }

    public Checks {
        Checked.atMost("the time between checks", every, HOUR);
        Checked.atMost("a check's timeout", timeout, HOUR);
        Checked.positive("a check's timeout", timeout);
        if (every.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "the time between checks is 10 ms or more, not " + every.toMillis() + " ms");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a check's path begins with /, not \"" + path + "\"");
        }
        Health.unchecked(rise, fall);
    }

    /** No checks; once a second over HTTP with rise 2 and fall 3 stands ready. */
    public static Checks none() {
        return usual().of(Kind.NONE);
    }

    /** HTTP checks of {@code /health} once a second, 500 ms timeout, rise 2, fall 3. */
    public static Checks usual() {
        return new Checks(Kind.HTTP, "/health", Duration.ofSeconds(1), Duration.ofMillis(500), 2, 3);
    }

    /** The same of another kind. */
    public Checks of(Kind other) {
        return new Checks(other, path, every, timeout, rise, fall);
    }
}
