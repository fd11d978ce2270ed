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

    FoldedTotals(Snapshot.Totals from) {
        arrived = from.arrived();
        answered = from.answered();
        failed = from.failed();
        timedOut = from.timedOut();
        refused = from.refused();
        retried = from.retried();
        missed = from.missed();
    }

    Snapshot.Totals freeze() {
        return new Snapshot.Totals(arrived, answered, failed, timedOut, refused, retried, missed);
    }
}
