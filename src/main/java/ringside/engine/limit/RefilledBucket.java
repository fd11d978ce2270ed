package ringside.engine.limit;

import java.time.Duration;

/** A bucket of tokens that a timer refills, some at a time; each request takes one, or is refused. */
public final class RefilledBucket implements RateLimiter {
    /*
     * A token bucket whose drops are portions: between two ticks of the timer nothing comes back, and at a tick a whole
     * portion does. With portions as large as the bucket it is a fixed window, double burst and all; with small ones it
     * is nearly a token bucket.
     *
     * The timer ticks at the multiples of its interval on the clock.
     */
    private final int most;
    private final int portion;
    private final long interval;
    private long tick;
    private long tokens;
    private boolean asked;

    /**
     * A full bucket.
     *
     * @param most how many tokens it holds, 1 to 1000000
     * @param refill how many come at each tick, and how long it is from tick to tick
     */
    public RefilledBucket(int most, Rate refill) {
        this.most = Rate.counted(most, "a bucket");
        this.portion = refill.count();
        this.interval = refill.per().toNanos();
        this.tokens = most;
    }

    /** The same with so long an interval and so large a portion. */
    public RefilledBucket(int most, int portion, Duration interval) {
        this(most, new Rate(portion, interval));
    }

    @Override
    public Verdict admit(long now) {
        long ticks = Math.floorDiv(now, interval);
        if (asked && ticks > tick) {
            tokens = Math.min(most, tokens + Math.min(ticks - tick, most) * portion);
        }
        tick = ticks;
        asked = true;
        if (tokens == 0) {
            return Verdict.limited(interval - Math.floorMod(now, interval));
        }
        tokens--;
        return Verdict.ADMITTED;
    }
}
