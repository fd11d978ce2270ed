package ringside.world;

/**
 * How long things took, in nanoseconds: the count, the mean and the maximum are exact, percentiles are known to
 * 0.1 % and have four digits. All are 0 when nothing was counted.
 *
 * @param count how many were counted
 * @param meanNanos the mean, rounded
 * @param p50Nanos what half of them did not exceed
 * @param p90Nanos what 90 of a hundred did not exceed
 * @param p99Nanos what 99 of a hundred did not exceed
 * @param p999Nanos what 999 of a thousand did not exceed
 * @param maxNanos the longest
 */
public record LatencyFigures(
        long count, long meanNanos, long p50Nanos, long p90Nanos, long p99Nanos, long p999Nanos, long maxNanos) {
    /** Of nothing. */
    public static final LatencyFigures NONE = new LatencyFigures(0, 0, 0, 0, 0, 0, 0);
}
