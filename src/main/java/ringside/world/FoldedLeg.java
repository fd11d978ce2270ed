package ringside.world;

/** What the connections on one side of the balancer did, while the counting goes on. */
final class FoldedLeg {
    private long opened;
    private long closed;
    private long handshakes;
    private long resumed;
    private long handshakeNanos;
    private long resumedNanos;
    private long workNanos;
    private long clear;
    private long encrypted;

    FoldedLeg(Snapshot.Leg from) {
        opened = from.opened();
        closed = from.closed();
        handshakes = from.handshakes();
        resumed = from.resumed();
        handshakeNanos = from.handshakeNanos();
        resumedNanos = from.resumedNanos();
        workNanos = from.workNanos();
        clear = from.clear();
        encrypted = from.encrypted();
    }

    void apply(Happening.OfConnection what) {
        switch (what) {
            case Happening.Opened _ -> opened++;
            case Happening.Secured secured -> {
                handshakes++;
                resumed += secured.resumed() ? 1 : 0;
                handshakeNanos += secured.tookNanos();
                resumedNanos += secured.resumed() ? secured.tookNanos() : 0;
                workNanos += secured.workNanos();
            }
            case Happening.Closed ended -> {
                closed++;
                long bytes = ended.received() + ended.sent();
                clear += ended.encrypted() ? 0 : bytes;
                encrypted += ended.encrypted() ? bytes : 0;
            }
        }
    }

    Snapshot.Leg freeze() {
        return new Snapshot.Leg(
                opened, closed, handshakes, resumed, handshakeNanos, resumedNanos, workNanos, clear, encrypted);
    }
}
