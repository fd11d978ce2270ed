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
    private long workNanos;

    void read(Happening.OfConnection what) {
        switch (what) {
            case Happening.Opened _ -> opened++;
            case Happening.Secured secured -> {
                workNanos += secured.workNanos();
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
        return median(again ? resumed : full);
    }

    /** The milliseconds that our end worked on half of those handshakes at most; 0 when there was none. */
    double workMillis(boolean again) {
        return median(again ? resumedWork : fullWork);
    }

    /** The milliseconds that our ends worked on all handshakes together. */
    double workMillis() {
        return workNanos / NANOS_A_MILLI;
    }

    private static double median(LatencyTally of) {
        return of.total() == 0 ? 0 : of.percentile(0.5) / NANOS_A_MILLI;
    }
}
