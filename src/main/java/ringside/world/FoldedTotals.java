package ringside.world;

/** What was counted since the beginning, while the counting goes on. */
final class FoldedTotals {
    long arrived;
    long answered;
    long failed;
    long timedOut;
    long refused;
    long retried;
    long missed;
    OriginLoad origin;

    /** These so far, and nothing asked of an origin. */
    FoldedTotals(Snapshot.Totals from) {
        this(from, OriginLoad.NONE);
    }

    FoldedTotals(Snapshot.Totals from, OriginLoad asked) {
        arrived = from.arrived();
        answered = from.answered();
        failed = from.failed();
        timedOut = from.timedOut();
        refused = from.refused();
        retried = from.retried();
        missed = from.missed();
        origin = asked;
    }

    Snapshot.Totals freeze() {
        return new Snapshot.Totals(arrived, answered, failed, timedOut, refused, retried, missed);
    }
}
