package ringside.engine.haproxy;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.Health;

/**
 * How HAProxy checks a server: after how many checks the verdict changes, and when the next one sets out.
 *
 * @param rise passes in a row that bring it up, 1 to 100
 * @param fall failures in a row that take it down, 1 to 100
 * @param inter from one check to the next when nothing is about to change
 * @param fastInter the same while something is; {@code inter} when not given
 * @param downInter the same while it is down for good; {@code inter} when not given
 */
public record Checking(int rise, int fall, Duration inter, Optional<Duration> fastInter, Optional<Duration> downInter) {
    /** What holds when a configuration says nothing: rise 2, fall 3, a check every two seconds. */
    public static final Checking STANDARD =
            new Checking(2, 3, Duration.ofSeconds(2), Optional.empty(), Optional.empty());

    /** A server at the start: it is up, but its first failed check takes it down. */
    public Health atFirst() {
        return new Health(rise, fall, rise, false);
    }

    /** How long after a check that left a server like this the next one sets out. */
    public Duration next(Health health) {
        if (health.level() == rise + fall - 1) {
            return inter;
        }
        return (health.level() == 0 ? downInter : fastInter).orElse(inter);
    }

    /**
     * How long after the start the first check of a server sets out, so that not all set out at once.
     *
     * @param shortest the shortest interval of all that are checked
     * @param position the server's among them, from 0
     * @param of how many they are
     */
    public static Duration first(Duration shortest, int position, int of) {
        return shortest.multipliedBy(position).dividedBy(of);
    }
}
