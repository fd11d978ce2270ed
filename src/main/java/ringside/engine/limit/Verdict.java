package ringside.engine.limit;

import java.time.Duration;

/** What a limiter says to a request. */
public sealed interface Verdict {
    /** The one admission at once that there need be. */
    Verdict ADMITTED = new Admitted();

    /** It passes now. */
    record Admitted() implements Verdict {}

    /**
     * It passes, but not yet.
     *
     * @param pause how long it is to be held back, more than zero
     */
    record Delayed(Duration pause) implements Verdict {}

    /**
     * It does not pass, and has changed nothing.
     *
     * @param retryAfter the least time after which it would pass if nobody else came, more than zero
     */
    record Limited(Duration retryAfter) implements Verdict {
        /** The same in whole seconds, rounded up, as the {@code Retry-After} field says it (RFC 9110 §10.2.3). */
        public long retryAfterSeconds() {
            return retryAfter.plusNanos(999_999_999).toSeconds();
        }
    }

    /** It does not pass for so many nanoseconds. */
    static Verdict limited(long nanos) {
        return new Limited(Duration.ofNanos(nanos));
    }
}
