package ringside.lesson.review;

/**
 * How well a card is known.
 *
 * @param stability days until it is remembered with a probability of 90 %, 0.001 or more
 * @param difficulty how hard it is to make it last, 1 to 10
 */
public record MemoryState(double stability, double difficulty) {
    public MemoryState {
        if (!(stability >= Fsrs.LEAST_STABILITY && stability < 1e9)) {
            throw new IllegalArgumentException("stability is 0.001 days or more, not " + stability);
        }
        if (!(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException("difficulty is 1 to 10, not " + difficulty);
        }
    }
}
