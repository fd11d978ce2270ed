package ringside.engine.cache;

/** What a look into a cache came to, and what is to be done. */
public enum Look {
    /** It is there and fresh: serve it. */
    HIT(false),
    /** The same, but fetch it again now, before it expires. */
    HIT_EARLY(true),
    /** It is there, too old, and being fetched again: serve it. */
    STALE(false),
    /** It is there and too old: serve it, and fetch it again. */
    STALE_FIRST(true),
    /** It is not there: fetch it, then serve it. */
    MISS(true),
    /** It is not there, but being fetched: wait for that fetch. */
    JOINED(false);

    private final boolean fetches;

    Look(boolean fetches) {
        this.fetches = fetches;
    }

    /** Whether a fetch is to be made, which the cache takes for under way from now on. */
    public boolean fetches() {
        return fetches;
    }
}
