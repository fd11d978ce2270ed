package ringside.engine.limit;

import java.time.Duration;

/** A bucket that requests run out of at a steady rate, one after the other; one that overflows it is refused. */
public final class LeakyBucket implements RateLimiter {
    /*
     * Turner's bucket (1986) as a queue: it not only bounds how many pass, it spaces them out, so that what stands behind
     * never sees a burst; whoever sends one waits. nginx's "limit_req burst=n" is this; with "nodelay" it is a token
     * bucket of n + 1 instead. The trap: those who wait hold a connection each.
     */
    private final int waiting;
    private final Water water;

    /**
     * An empty bucket.
     *
     * @param rate how fast requests leave it
     * @param waiting how many may wait in it, 0 to 999999; with 0 a request leaves at once or is refused
     */
    public LeakyBucket(Rate rate, int waiting) {
        if (waiting < 0 || waiting >= Rate.MOST) {
            throw new IllegalArgumentException(
                    "0 to " + (Rate.MOST - 1) + " requests may wait in a bucket, not " + waiting);
        }
        this.waiting = waiting;
        this.water = new Water(rate);
    }

    @Override
    public Verdict admit(long now) {
        water.runTo(now);
        long full = water.untilRoomIn(waiting + 1);
        if (full > 0) {
            return Verdict.limited(full);
        }
        long wait = water.untilEmpty();
        water.pour();
        return wait == 0 ? Verdict.ADMITTED : new Verdict.Delayed(Duration.ofNanos(wait));
    }
}
