package ringside.lesson.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A learner's card.
 *
 * @param schedule where it stands
 * @param outUntil until when it is left out, if it is; {@link Instant#MAX} for good
 */
public record Entry(Schedule schedule, Optional<Instant> outUntil) {
    /** Whether it is left out now. */
    public boolean isOut(Instant now) {
        return outUntil.filter(now::isBefore).isPresent();
    }

    /** Whether it is left out until the learner wants it again. */
    public boolean isSuspended() {
        return outUntil.filter(Instant.MAX::equals).isPresent();
    }

    /** When it is to be asked: when it is due, or no longer left out. */
    public Instant due() {
        return outUntil.filter(out -> out.isAfter(schedule.due())).orElse(schedule.due());
    }
}
