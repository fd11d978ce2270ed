package ringside.lesson.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A card in a learner's box.
 *
 * @param schedule where it stands
 * @param suspended whether it is left out until the learner wants it again
 * @param buried until when it is left out, if it is
 */
public record Entry(Schedule schedule, boolean suspended, Optional<Instant> buried) {
    /** A card that was never asked. */
    public static Entry fresh(Instant now) {
        return new Entry(Schedule.fresh(now), false, Optional.empty());
    }

    /** The same standing elsewhere. */
    public Entry at(Schedule other) {
        return new Entry(other, suspended, Optional.empty());
    }

    /** The same, left out or wanted again. */
    public Entry suspended(boolean out) {
        return new Entry(schedule, out, buried);
    }

    /** The same, left out until then. */
    public Entry buried(Instant until) {
        return new Entry(schedule, suspended, Optional.of(until));
    }

    /** Whether it is left out now. */
    public boolean isOut(Instant now) {
        return suspended || buried.filter(now::isBefore).isPresent();
    }
}
