package ringside.world;

import java.time.Duration;
import ringside.engine.cache.CacheRules;

/**
 * Caches on the servers, one for each, with one origin behind them all. In virtual time only.
 *
 * <p>A server with a cache does no work of its own besides looking: what it has takes the time of a hit instead of the
 * server's latency, and what it fetches for a request takes as long as the origin takes, while the request holds its
 * worker. One that waits for another's fetch holds its worker too. Fetches aside, early or for what is served stale, hold
 * none. When the origin does not take a fetch, those who wait for it are answered 503. A server that crashes or is killed
 * loses what it had.
 *
 * @param rules how each cache works
 * @param hit how long a worker takes for what is in the cache, up to the longest latency
 * @param origin what is behind
 */
public record Caching(CacheRules rules, Duration hit, Origin origin) {
    /** 1000 entries for 10 s without remedies, 1 ms for a hit, and an origin of 4 workers that takes 100 ms for each. */
    public static final Caching USUAL =
            new Caching(CacheRules.plain(1000, Duration.ofSeconds(10)), Duration.ofMillis(1), Origin.USUAL);

    public Caching {
        Checked.atMost("the time for a hit", hit, Latency.LONGEST);
    }

    /**
     * What is behind the caches.
     *
     * @param workers how many fetches it serves at once, 1 to 10 000
     * @param queue how many more may wait, 0 to 1 000 000; further ones are not taken
     * @param latency how long it works on each
     */
    public record Origin(int workers, int queue, Latency latency) {
        /** 4 workers, 1000 may wait, 100 ms each. */
        public static final Origin USUAL = new Origin(4, 1000, new Latency.Constant(Duration.ofMillis(100)));

        public Origin {
            Checked.within("an origin's workers", workers, 1, 10_000);
            Checked.within("an origin's queue", queue, 0, 1_000_000);
        }

        /** The same with so many workers and so long a queue. */
        public Origin sized(int manyWorkers, int longQueue) {
            return new Origin(manyWorkers, longQueue, latency);
        }

        /** The same that takes so long. */
        public Origin taking(Latency other) {
            return new Origin(workers, queue, other);
        }
    }

    /** The same with caches that work otherwise. */
    public Caching with(CacheRules others) {
        return new Caching(others, hit, origin);
    }

    /** The same, where a hit takes so long. */
    public Caching hitting(Duration other) {
        return new Caching(rules, other, origin);
    }

    /** The same with another origin. */
    public Caching behind(Origin other) {
        return new Caching(rules, hit, other);
    }
}
