package ringside.lesson;

import ringside.world.Happening;
import ringside.world.LatencyTally;

/** What was counted of the connections on one side of a balancer. */
final class LegTally {
    private static final double NANOS_A_MILLI = 1e6;

    private final LatencyTally full = new LatencyTally();
    private final LatencyTally resumed = new LatencyTally();
    private final LatencyTally fullWork = new LatencyTally();
    private final LatencyTally resumedWork = new LatencyTally();
    private long opened;

    void read(Happening.OfConnection what) {
        switch (what) {
            case Happening.Opened _ -> opened++;
            case Happening.Secured secured -> {
                (secured.resumed() ? resumed : full).add(secured.tookNanos());
                (secured.resumed() ? resumedWork : fullWork).add(secured.workNanos());
            }
            case Happening.Closed _ -> {}
        }
    }

    /** How many were made. */
    long opened() {
        return opened;
    }

    /** How often keys were agreed on, with an earlier session or without. */
    long handshakes(boolean again) {
        return (again ? resumed : full).total();
    }

    /** The milliseconds that half of those handshakes did not exceed; 0 when there was none. */
    double handshakeMillis(boolean again) {
        return millis(again ? resumed : full, 0.5);
    }

    /**
     * The milliseconds that our end works on one of those handshakes: the quickest quarter took no longer, for on a busy
     * machine the others were interrupted; 0 when there was none.
     */
    double workMillis(boolean again) {
        return millis(again ? resumedWork : fullWork, 0.25);
    }

    /** The milliseconds that our ends worked on all handshakes together, each counted as one of its kind. */
    double workMillis() {
        return handshakes(false) * workMillis(false) + handshakes(true) * workMillis(true);
    }

    private static double millis(LatencyTally of, double share) {
        return of.total() == 0 ? 0 : of.percentile(share) / NANOS_A_MILLI;
    }
}
