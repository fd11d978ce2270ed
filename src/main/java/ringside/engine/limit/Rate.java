package ringside.engine.limit;

import java.time.Duration;

/**
 * So many requests in so much time.
 *
 * @param count how many, 1 to 1000000
 * @param per in how long, 1 ms to 1 h
 */
public record Rate(int count, Duration per) {
    /** The most requests that anything here counts; times the longest period it still fits a {@code long}. */
    static final int MOST = 1_000_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public Rate {
        counted(count, "a rate");
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a rate is per 1 ms to 1 h, not per " + per);
        }
    }

    /** So many a second. */
    public static Rate perSecond(int count) {
        return new Rate(count, Duration.ofSeconds(1));
    }

    /** Makes sure that a number of requests can be counted. */
    static int counted(int count, String what) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(what + " is 1 to " + MOST + " requests, not " + count);
        }
        return count;
    }
}
