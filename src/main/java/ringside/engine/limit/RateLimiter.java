package ringside.engine.limit;

/** Lets so many requests pass in so much time. For one thread at a time. */
public sealed interface RateLimiter
        permits TokenBucket, LeakyBucket, FixedWindow, SlidingLog, SlidingWindow, RefilledBucket {
    /**
     * A request asks to pass.
     *
     * @param now the time in nanoseconds, never before that of the last request
     */
    Verdict admit(long now);
}
