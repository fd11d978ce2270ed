package ringside.world;

import ringside.engine.ServerId;

/**
 * Where a lookout found what it was looking for.
 *
 * @param at the event that fulfilled it
 * @param why what was found
 */
public record Stop(Event at, Why why) {
    /** What was found. */
    public sealed interface Why {
        /** This request was dropped. */
        record Dropped(long request) implements Why {}

        /** This server was ejected. */
        record Ejected(ServerId server) implements Why {}

        /** This key went from one server to another. */
        record KeyMoved(String key, ServerId from, ServerId to) implements Why {}

        /** The p99 of the last ten seconds passed this many nanoseconds. */
        record P99Passed(long nanos) implements Why {}
    }
}
