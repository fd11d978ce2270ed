package ringside.engine.guard;

import java.time.Duration;

/**
 * How many requests may be in hand at once, and how many more may wait for one of them to end.
 *
 * @param most in hand, 1 to 1 000 000
 * @param queue how many may wait, 0 to 1 000 000
 * @param patience how long each may, more than zero
 */
public record Capacity(int most, int queue, Duration patience) {
    private static final int LIMIT = 1_000_000;

    public Capacity {
        if (most < 1 || most > LIMIT) {
            throw new IllegalArgumentException("1 to " + LIMIT + " requests are in hand at most, not " + most);
        }
        if (queue < 0 || queue > LIMIT) {
            throw new IllegalArgumentException("0 to " + LIMIT + " requests may wait, not " + queue);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a request waits longer than 0 ms, not " + patience.toMillis() + " ms");
        }
    }
}
