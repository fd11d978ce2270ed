package ringside.world;

/**
 * One change of owners in a run.
 *
 * @param nanos when, in nanoseconds since the beginning
 * @param keys how many keys were asked about
 * @param moved how many of them changed hands
 * @param law the share of keys that theory expects to move, 0 to 1
 */
public record RemapFigures(long nanos, long keys, long moved, double law) {
    /** The share of keys that moved, 0 to 1. */
    public double fraction() {
        return keys == 0 ? 0 : (double) moved / keys;
    }
}
