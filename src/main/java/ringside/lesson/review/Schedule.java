package ringside.lesson.review;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a card stands.
 *
 * @param phase which steps it is taking
 * @param step how many of them are behind it; 0 in review
 * @param memory how well it is known; empty before its first answer
 * @param due when it is to be asked
 * @param begun when it was first answered
 * @param last when it was last answered
 * @param reviews how often it was answered
 * @param lapses how often it was forgotten after it had been learnt
 */
public record Schedule(
        Phase phase,
        int step,
        Optional<MemoryState> memory,
        Instant due,
        Optional<Instant> begun,
        Optional<Instant> last,
        int reviews,
        int lapses) {
    /** Which steps a card is taking. */
    public enum Phase {
        /** Minutes, after it was first seen. */
        LEARNING,
        /** Days. */
        REVIEW,
        /** Minutes, after it was forgotten. */
        RELEARNING
    }

    public Schedule {
        if (step < 0 || reviews < 0 || lapses < 0) {
            throw new IllegalArgumentException(
                    "steps, reviews and lapses are counted from 0, not " + step + ", " + reviews + ", " + lapses);
        }
        if (memory.isPresent() != last.isPresent()) {
            throw new IllegalArgumentException("a card is remembered once it was answered, and not before");
        }
    }

    /** A card that was never answered, to be asked from now on. */
    public static Schedule fresh(Instant now) {
        return new Schedule(Phase.LEARNING, 0, Optional.empty(), now, Optional.empty(), Optional.empty(), 0, 0);
    }

    /** Whether it was never answered. */
    public boolean isNew() {
        return last.isEmpty();
    }

    /** Whether it is to be asked by now. */
    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }
}
