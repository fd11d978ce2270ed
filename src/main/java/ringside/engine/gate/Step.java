package ringside.engine.gate;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.Pick;

/** What a request is to do next. */
public sealed interface Step {
    /** It goes to this server, where it is counted as in flight until {@link Gate#ended} is told. */
    record Go(Pick.Chosen pick) implements Step {}

    /**
     * It came too soon, and asks again after a pause.
     *
     * @param pause more than zero
     */
    record Pause(Duration pause) implements Step {}

    /**
     * It stands in line, and asks again when it is called, or else when its time is over.
     *
     * @param patience how long it has left, more than zero
     */
    record Wait(Duration patience) implements Step {}

    /**
     * Its client is told that nobody takes it.
     *
     * @param cause why not
     * @param retryAfter after which time another try may make sense, if that is known
     */
    record Refused(Pick.Cause cause, Optional<Duration> retryAfter) implements Step {
        /** That time in whole seconds, rounded up, as the {@code Retry-After} field says it (RFC 9110 §10.2.3). */
        public Optional<Long> retryAfterSeconds() {
            return retryAfter.map(time -> time.plusNanos(999_999_999).toSeconds());
        }
    }
}
