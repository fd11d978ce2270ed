package ringside.engine.haproxy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a server comes back to its full weight after it was down: in steps, one each second.
 *
 * @param weight its configured weight, 0 to 256
 * @param time how long it takes; part of a second counts as a whole one
 */
public record SlowStart(int weight, Duration time) {
    /** Effective weight for each unit of weight, in every policy that lets weights change. */
    public static final int SCALE = 16;

    private long length() {
        return time.plusMillis(999).toSeconds();
    }

    /** Whether it is over so many whole seconds after the server came up. */
    public boolean over(long seconds) {
        return seconds >= length();
    }

    /**
     * Its effective weight.
     *
     * @param seconds whole seconds since it came up
     */
    public int effective(long seconds) {
        return over(seconds) ? SCALE * weight : weight * (int) ((SCALE * seconds + length()) / length());
    }

    /** The weight that HAProxy's statistics show then. */
    public int shown(long seconds) {
        return (effective(seconds) + SCALE - 1) / SCALE;
    }

    /** The percentage of its weight that HAProxy's statistics show then; empty when it has all of it. */
    public OptionalInt throttle(long seconds) {
        return weight == 0 || effective(seconds) == SCALE * weight
                ? OptionalInt.empty()
                : OptionalInt.of(100 * effective(seconds) / (SCALE * weight));
    }

    /** How many of the requests that it may have at once it may have then, at least 1. */
    public int room(int limit, long seconds) {
        return over(seconds) ? limit : (int) Math.max(1, limit * (100 * seconds / length()) / 100);
    }
}
