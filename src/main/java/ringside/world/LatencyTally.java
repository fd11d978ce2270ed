package ringside.world;

import org.HdrHistogram.Histogram;

/** Counts how long things took, and grows with the longest of them and not with their number. */
public final class LatencyTally {
    private static final int DIGITS = 3;
    private static final long TEN_THOUSAND = 10_000;

    /* A sum as a double is exact up to 2^53 ns, which is 104 days in all, and as good as that beyond. */
    private final Histogram histogram = new Histogram(DIGITS);
    private double sum;
    private long max;

    /** Nothing counted yet. */
    public LatencyTally() {}

    /** How many were counted. */
    public long total() {
        return histogram.getTotalCount();
    }

    /** The nanoseconds that this share did not exceed, to 0.1 %; 0 when nothing was counted; {@code share} is 0 to 1. */
    public long percentile(double share) {
        return total() == 0 ? 0 : atMost(100 * share);
    }

    /** Counts one thing that took this many nanoseconds. */
    public void add(long nanos) {
        histogram.recordValue(nanos);
        sum += nanos;
        max = Math.max(max, nanos);
    }

    /** What has been counted by now. */
    LatencyFigures figures() {
        long count = histogram.getTotalCount();
        return count == 0
                ? LatencyFigures.NONE
                : new LatencyFigures(
                        count, Math.round(sum / count), atMost(50), atMost(90), atMost(99), atMost(99.9), max);
    }

    /** A percentile, of which no more digits are told than are known. */
    private long atMost(double percentile) {
        long nanos = Math.min(max, histogram.getValueAtPercentile(percentile));
        long unit = 1;
        while (nanos / unit >= TEN_THOUSAND) {
            unit *= 10;
        }
        return nanos / unit * unit;
    }
}
