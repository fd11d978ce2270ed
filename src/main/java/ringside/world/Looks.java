package ringside.world;

/**
 * What looks into a server's cache came to, since it joined.
 *
 * @param hits found fresh
 * @param stale found too old, and served all the same
 * @param misses not found, so that the origin was asked
 * @param joined not found, but being fetched already: waited for that one fetch
 */
public record Looks(long hits, long stale, long misses, long joined) {
    /** Nobody has looked yet. */
    public static final Looks NONE = new Looks(0, 0, 0, 0);

    /** How many there were. */
    public long all() {
        return hits + stale + misses + joined;
    }

    /** The hit ratio: how large a part was served from the cache without waiting, 0 to 1; 0 when nobody has looked. */
    public double hitRatio() {
        return all() == 0 ? 0 : (double) (hits + stale) / all();
    }

    /** These and others. */
    public Looks plus(Looks other) {
        return new Looks(hits + other.hits, stale + other.stale, misses + other.misses, joined + other.joined);
    }

    /** These and one more. */
    Looks plus(Happening.Found found) {
        return switch (found) {
            case HIT -> new Looks(hits + 1, stale, misses, joined);
            case STALE -> new Looks(hits, stale + 1, misses, joined);
            case MISS -> new Looks(hits, stale, misses + 1, joined);
            case JOINED -> new Looks(hits, stale, misses, joined + 1);
        };
    }
}
