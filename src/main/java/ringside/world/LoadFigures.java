package ringside.world;

import java.util.Map;
import ringside.engine.ServerId;

/**
 * How the world's own clients fared since the traffic was last changed.
 *
 * @param made requests that were made and have ended, with or without an answer
 * @param dropped requests that were not made at their moment, because too many were in flight or the program stood still
 * @param gaveUp those of the made ones that a client waited for no longer
 * @param corrected how long they took from the moment that each was meant for; one that was dropped takes for ever, one that
 *     was given up takes as long as its client waited
 * @param claimed how long those that were not given up took from the moment that each was sent: what a tool claims which
 *     asks only when it has been answered, and forgets what it meanwhile should have asked (coordinated omission)
 * @param answers how many answers came from each server, as the answers themselves say
 */
public record LoadFigures(
        long made, long dropped, long gaveUp, Percentiles corrected, Percentiles claimed, Map<ServerId, Long> answers) {
    public LoadFigures {
        answers = Map.copyOf(answers);
    }

    /** That there is no end to it. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The nanoseconds that 50, 90 and 99 of a hundred did not exceed: 0 when there were none, or {@link #NEVER}. */
    public record Percentiles(long p50Nanos, long p90Nanos, long p99Nanos) {}
}
