package ringside.lesson;

import ringside.world.LatencyTally;

/** What was counted of some requests: how many, and how long those took that ended. */
final class Tally {
    private static final double NANOS_A_MILLI = 1e6;

    private final LatencyTally latencies = new LatencyTally();
    private long sumNanos;
    private long arrived;
    private long lost;

    void arrived() {
        arrived++;
    }

    void ended(long tookNanos, boolean answered) {
        latencies.add(tookNanos);
        sumNanos += tookNanos;
        lost += answered ? 0 : 1;
    }

    /** How many came. */
    long count() {
        return arrived;
    }

    /** How many ended, in whatever way. */
    long endings() {
        return latencies.total();
    }

    /** How many ended without their answer. */
    long losses() {
        return lost;
    }

    /** The average in milliseconds, whole from 10 upwards, those that failed included; 0 when none has ended. */
    double meanMillis() {
        return endings() == 0 ? 0 : rounded(sumNanos / NANOS_A_MILLI / endings());
    }

    /** The milliseconds that this share did not exceed, whole from 10 upwards; 0 when none has ended. */
    double millis(double share) {
        return rounded(latencies.percentile(share) / NANOS_A_MILLI);
    }

    private static double rounded(double millis) {
        return millis < 10 ? millis : Math.rint(millis);
    }
}
