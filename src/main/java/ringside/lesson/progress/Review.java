package ringside.lesson.progress;

/**
 * One answer to a card.
 *
 * @param millis when, in milliseconds since 1970
 * @param grade how well it was known: 1 again, 2 hard, 3 good, 4 easy
 */
public record Review(long millis, int grade) {
    public Review {
        if (millis < 0 || grade < 1 || grade > 4) {
            throw new IllegalArgumentException(
                    "a review has an instant from 1970 on and a grade from 1 to 4, not " + millis + " ms and " + grade);
        }
    }
}
