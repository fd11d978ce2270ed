package ringside.view.stage;

/** What is drawn, and moved, apart from the rest. */
enum Layer {
    /** Ring, keys, pipes. */
    GROUND,
    /** Tiles and whatever travels. */
    TRAFFIC,
    /** The places of what can be touched. */
    PLACES
}
