package ringside.engine.limit;

/** Remembers when each of the last requests passed, and lets one more pass when the oldest is a window ago. */
public final class SlidingLog implements RateLimiter {
    /*
     * Exact: no window of that length, wherever it begins, sees more than the limit. The price is a time for each request
     * of the limit and client, eight bytes each, which is why it is for small limits.
     */
    private final long window;
    private final long[] passed;
    private int next;
    private int count;

    /** One that has seen nothing; the rate's period is the window, open at its beginning. */
    public SlidingLog(Rate rate) {
        window = rate.per().toNanos();
        passed = new long[rate.count()];
    }

    @Override
    public Verdict admit(long now) {
        if (count == passed.length && now - passed[next] < window) {
            return Verdict.limited(passed[next] + window - now);
        }
        passed[next] = now;
        next = next + 1 == passed.length ? 0 : next + 1;
        count = Math.min(count + 1, passed.length);
        return Verdict.ADMITTED;
    }
}
