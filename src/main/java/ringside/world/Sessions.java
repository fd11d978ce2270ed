package ringside.world;

/** Where servers keep what they know of their clients, each of whom carries the number of its session in a cookie. */
public enum Sessions {
    /** Nowhere: they know nobody. */
    NONE,
    /** Each for itself: another server does not know the client, and what a server knew is gone when it crashes. */
    LOCAL,
    /** In one store behind all of them. */
    SHARED
}
