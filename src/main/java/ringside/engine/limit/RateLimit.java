package ringside.engine.limit;

/**
 * How many requests may pass, and whom that counts for.
 *
 * @param kind how it is counted
 * @param rate how many in how long
 * @param burst how many more may come at once, for a token bucket 1 or more; how many may wait, for a leaky bucket; 0 for
 *     windows, which have no use for it
 * @param scope whether all share it
 */
public record RateLimit(Kind kind, Rate rate, int burst, Scope scope) {
    /** How requests are counted. */
    public enum Kind {
        /** {@link TokenBucket}: at once as long as there are tokens. */
        TOKEN_BUCKET,
        /** {@link LeakyBucket}: one after the other, in even steps. */
        LEAKY_BUCKET,
        /** {@link FixedWindow}: so many from one full hour, minute or second to the next. */
        FIXED_WINDOW,
        /** {@link SlidingLog}: so many in any such time, each remembered. */
        SLIDING_LOG,
        /** {@link SlidingWindow}: the same, estimated from two windows. */
        SLIDING_WINDOW
    }

    /** Whom a limit counts for. */
    public enum Scope {
        /** All requests together. */
        EVERYBODY,
        /** Each client's address for itself. */
        CLIENT
    }

    public RateLimit {
        if (burst != 0 && kind != Kind.TOKEN_BUCKET && kind != Kind.LEAKY_BUCKET) {
            throw new IllegalArgumentException("a window has no burst, so it is 0, not " + burst);
        }
        fresh(kind, rate, burst);
    }

    /** A limiter that has let nobody pass yet. */
    public RateLimiter fresh() {
        return fresh(kind, rate, burst);
    }

    private static RateLimiter fresh(Kind kind, Rate rate, int burst) {
        return switch (kind) {
            case TOKEN_BUCKET -> new TokenBucket(rate, burst);
            case LEAKY_BUCKET -> new LeakyBucket(rate, burst);
            case FIXED_WINDOW -> new FixedWindow(rate);
            case SLIDING_LOG -> new SlidingLog(rate);
            case SLIDING_WINDOW -> new SlidingWindow(rate);
        };
    }
}
