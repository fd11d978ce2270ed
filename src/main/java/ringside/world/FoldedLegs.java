package ringside.world;

/** What the connections on both sides of the balancer did, while the counting goes on. */
final class FoldedLegs {
    private final FoldedLeg client;
    private final FoldedLeg server;

    FoldedLegs(Snapshot.Legs from) {
        client = new FoldedLeg(from.client());
        server = new FoldedLeg(from.server());
    }

    void apply(Happening.OfConnection what) {
        (what.leg() == Happening.Leg.CLIENT ? client : server).apply(what);
    }

    Snapshot.Legs freeze() {
        return new Snapshot.Legs(client.freeze(), server.freeze());
    }
}
