package ringside.engine.limit;

/** A bucket that tokens drip into at a steady rate until it is full; each request takes one, or is refused. */
public final class TokenBucket implements RateLimiter {
    /*
     * It bounds the long run and forgives the short one: in any time t at most burst + rate * t requests pass. A client
     * that was quiet may spend what it has saved at once, which is the point, and the trap for whoever stands behind.
     *
     * Seen from the other side it is a leaky bucket: missing tokens are water, and drip out at the same rate.
     */
    private final int burst;
    private final Water missing;

    /**
     * A full bucket.
     *
     * @param rate how fast tokens come
     * @param burst how many it holds, 1 to 1000000
     */
    public TokenBucket(Rate rate, int burst) {
        this.burst = Rate.counted(burst, "a burst");
        this.missing = new Water(rate);
    }

    @Override
    public Verdict admit(long now) {
        missing.runTo(now);
        long wait = missing.untilRoomIn(burst);
        if (wait > 0) {
            return Verdict.limited(wait);
        }
        missing.pour();
        return Verdict.ADMITTED;
    }
}
