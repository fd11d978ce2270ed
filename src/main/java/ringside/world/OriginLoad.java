package ringside.world;

/**
 * What one server's cache, since it joined, or all caches, since the beginning, asked of the origin behind them.
 *
 * @param asked how many fetches
 * @param needed how many of them found no other fetch for the same key under way from the same server
 * @param answered how many fetches were answered
 * @param refused how many were not, because too many waited at the origin
 */
public record OriginLoad(long asked, long needed, long answered, long refused) {
    /** Nothing yet. */
    public static final OriginLoad NONE = new OriginLoad(0, 0, 0, 0);

    /** How many fetches are under way. */
    public long underWay() {
        return asked - answered - refused;
    }

    /**
     * The amplification: how many fetches were made for each that was needed, 1 or more; 0 when there were none. It is 1 when
     * no server ever fetches a key that it is fetching already; a stampede of n for one expired key makes it n.
     */
    public double amplification() {
        return needed == 0 ? 0 : (double) asked / needed;
    }

    /** The same after one more happening there. */
    OriginLoad after(Happening.OfOrigin what) {
        return switch (what) {
            case Happening.OriginAsked ask ->
                new OriginLoad(asked + 1, needed + (ask.underWay() == 0 ? 1 : 0), answered, refused);
            case Happening.OriginAnswered _ -> new OriginLoad(asked, needed, answered + 1, refused);
            case Happening.OriginRefused _ -> new OriginLoad(asked, needed, answered, refused + 1);
        };
    }
}
