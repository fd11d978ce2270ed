package ringside.engine.limit;

import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** A limiter for each client, or for whatever else the requests are told apart by. For one thread at a time. */
public final class Limiters {
    /*
     * Whoever can choose his key - a header, an address of his own network - can make as many as he likes, so the table
     * is bounded. When it is full, the key that was not asked for longest goes; if it comes back, it begins afresh, which
     * is all that the flood has won. Refusing new keys instead would let a flood shut everybody out.
     */
    private final Supplier<? extends RateLimiter> fresh;
    private final int most;
    private final LinkedHashMap<String, RateLimiter> limiters = new LinkedHashMap<>(16, 0.75f, true);
    private long purged;

    /**
     * An empty table.
     *
     * @param fresh makes the limiter of a key
     * @param most how many keys are kept apart, 1 or more
     */
    public Limiters(Supplier<? extends RateLimiter> fresh, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a table holds 1 key or more, not " + most);
        }
        this.fresh = fresh;
        this.most = most;
    }

    /**
     * A request asks to pass.
     *
     * @param key whose it is, such as the client's address
     * @param now the time in nanoseconds, never before that of the last request
     */
    public Verdict admit(String key, long now) {
        var limiter = limiters.get(key);
        if (limiter == null) {
            limiter = fresh.get();
            limiters.put(key, limiter);
            purge();
        }
        return limiter.admit(now);
    }

    private void purge() {
        if (limiters.size() > most) {
            limiters.pollFirstEntry();
            purged++;
        }
    }

    /** How many keys are kept apart now. */
    public int size() {
        return limiters.size();
    }

    /** How many keys had to go so far because the table was full. */
    public long purged() {
        return purged;
    }
}
