package ringside.engine.cache;

import java.time.Duration;

/**
 * How a cache works.
 *
 * @param entries how many it holds, 1 to 1 000 000; to make room for one more, the least recently used one goes
 * @param ttl how long an entry is fresh, 1 ms to 24 h
 * @param jitter by which part of that, in percent, it may be more or less, each as likely, 0 to 100: entries that came
 *     together then don't expire together
 * @param singleFlight whether those who miss what is being fetched already wait for that one fetch
 * @param early how eagerly an entry is refreshed before it expires, 0 for never and 1 as a rule, up to 100: the beta of
 *     Vattani, Chierichetti and Lowenstein, "Optimal Probabilistic Cache Stampede Prevention", VLDB 2015
 * @param stale how long after it expired an entry is still served while it is refreshed, 0 for never, up to 24 h: the
 *     stale-while-revalidate of RFC 5861, section 3
 */
public record CacheRules(int entries, Duration ttl, int jitter, boolean singleFlight, double early, Duration stale) {
    /** The most entries that a cache may have. */
    public static final int MOST_ENTRIES = 1_000_000;

    /** The shortest time that an entry is fresh. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    /** The longest time that an entry is fresh, or served after. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The largest part that a time to live may vary by, in percent. */
    public static final int MOST_JITTER = 100;

    /** The most eager early refresh. */
    public static final double MOST_EARLY = 100;

    public CacheRules {
        within("a cache's number of entries", entries, MOST_ENTRIES, 1);
        within("a time to live's jitter in percent", jitter, MOST_JITTER, 0);
        if (ttl.compareTo(SHORTEST) < 0 || ttl.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time to live is 1 ms to 24 h, not " + ttl.toMillis() + " ms");
        }
        if (!(early >= 0 && early <= MOST_EARLY)) {
            throw new IllegalArgumentException("an early refresh is 0 to 100 times as eager, not " + early);
        }
        if (stale.isNegative() || stale.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "an entry is served stale for 0 ms to 24 h, not " + stale.toMillis() + " ms");
        }
    }

    /** A cache without remedies. */
    public static CacheRules plain(int entries, Duration ttl) {
        return new CacheRules(entries, ttl, 0, false, 0, Duration.ZERO);
    }

    private static void within(String what, int value, int most, int least) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }

    /** The same, holding so many entries. */
    public CacheRules holding(int others) {
        return new CacheRules(others, ttl, jitter, singleFlight, early, stale);
    }

    /** The same, fresh for so long. */
    public CacheRules fresh(Duration other) {
        return new CacheRules(entries, other, jitter, singleFlight, early, stale);
    }

    /** The same, varying by such a part, in percent. */
    public CacheRules varying(int percent) {
        return new CacheRules(entries, ttl, percent, singleFlight, early, stale);
    }

    /** The same, with single flight or without. */
    public CacheRules inSingleFlight(boolean on) {
        return new CacheRules(entries, ttl, jitter, on, early, stale);
    }

    /** The same, refreshed so eagerly before it expires. */
    public CacheRules refreshedEarly(double beta) {
        return new CacheRules(entries, ttl, jitter, singleFlight, beta, stale);
    }

    /** The same, served so long after it expired. */
    public CacheRules servedStale(Duration other) {
        return new CacheRules(entries, ttl, jitter, singleFlight, early, other);
    }
}
