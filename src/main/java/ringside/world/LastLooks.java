package ringside.world;

/**
 * What the last looks into a server's cache came to, of which it remembers 64.
 *
 * @param served one bit for each, the newest lowest: set when it was served from the cache without waiting
 * @param count how many there were, 64 at most
 */
public record LastLooks(long served, int count) {
    /** How many are remembered. */
    public static final int MOST = Long.SIZE;

    /** Nobody has looked yet. */
    public static final LastLooks NONE = new LastLooks(0, 0);

    /** The hit ratio of these, 0 to 1; 0 when nobody has looked. */
    public double hitRatio() {
        return count == 0 ? 0 : (double) Long.bitCount(served) / count;
    }

    /** These and one more. */
    LastLooks plus(Happening.Found found) {
        boolean hit = found == Happening.Found.HIT || found == Happening.Found.STALE;
        return new LastLooks((served << 1) | (hit ? 1 : 0), Math.min(MOST, count + 1));
    }
}
