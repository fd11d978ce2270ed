package ringside.engine.member;

import java.time.Duration;
import java.util.Optional;

/**
 * A member on its way out: it gets nothing new, and is gone when it has finished or its time is over.
 *
 * @param since when that began, in nanoseconds
 * @param patience how long it may take; empty for as long as it takes
 */
public record Draining(long since, Optional<Duration> patience) {
    /*
     * Without it every deployment cuts off the requests that are under way. The trap is patience without an end: one
     * client that never hangs up keeps a server for ever.
     */

    /** How far it is. */
    public sealed interface Stage {
        /**
         * It still has requests in flight.
         *
         * @param inFlight how many, 1 or more
         * @param left how long they have; empty for as long as it takes
         */
        record Finishing(int inFlight, Optional<Duration> left) implements Stage {}

        /**
         * It can go.
         *
         * @param cut how many requests have not finished and are cut off
         */
        record Drained(int cut) implements Stage {}
    }

    public Draining {
        if (patience.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("draining takes 0 ms or more, not " + patience.orElseThrow());
        }
    }

    /** How far it is with so many requests in flight. */
    public Stage at(long now, int inFlight) {
        if (inFlight == 0) {
            return new Stage.Drained(0);
        }
        var left = patience.map(time -> time.minusNanos(now - since));
        return left.filter(time -> !time.isPositive()).isPresent()
                ? new Stage.Drained(inFlight)
                : new Stage.Finishing(inFlight, left);
    }
}
