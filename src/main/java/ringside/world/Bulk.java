package ringside.world;

import ringside.engine.Reason;

/** How much room an event takes: 1, and more when it carries lists that grow with the pool or the keys. */
final class Bulk {
    private static final int ENTRIES_PER_UNIT = 8;

    private Bulk() {}

    static long of(Happening what) {
        return switch (what) {
            case Happening.Remapped(var ledger) -> 1 + ledger.entries().size() / (ENTRIES_PER_UNIT / 2);
            case Happening.Applied(var _, var after) -> 1 + after.servers().size() / ENTRIES_PER_UNIT;
            case Happening.Routed(long _, var _, int _, Reason.FewestInFlight why) ->
                1 + why.loads().size() / ENTRIES_PER_UNIT;
            case Happening.Routed(long _, var _, int _, Reason.HighestScore why) ->
                1 + why.scores().size() / ENTRIES_PER_UNIT;
            default -> 1;
        };
    }
}
