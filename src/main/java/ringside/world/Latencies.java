package ringside.world;

import java.util.Arrays;

/**
 * How long things took, counted in buckets a quarter of an octave wide, so that a percentile is known to 12.5 % or better from
 * 256 ns to 78 h; what lies beyond counts as the nearest of these.
 * Mutable while it is being filled; {@link #copy()} to keep.
 */
public final class Latencies {
    private static final int LEAST_OCTAVE = 8;
    private static final int OCTAVES = 40;
    private static final int BUCKETS = 4 * OCTAVES;
    private static final long LEAST = 1L << LEAST_OCTAVE;
    private static final long MOST = (LEAST << OCTAVES) - 1;

    private final int[] counts;
    private int total;

    /** Nothing counted yet. */
    public Latencies() {
        this(new int[BUCKETS], 0);
    }

    private Latencies(int[] counts, int total) {
        this.counts = counts;
        this.total = total;
    }

    /** Counts one thing that took this many nanoseconds. */
    public void add(long nanos) {
        counts[bucketOf(nanos)]++;
        total++;
    }

    /** Counts everything that another has counted. */
    public void addAll(Latencies other) {
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
        total += other.total;
    }

    /** How many were counted. */
    public int total() {
        return total;
    }

    /** The nanoseconds that this share of them did not exceed, 0 when nothing was counted; {@code share} is 0 to 1. */
    public long percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return middleOf(bucket);
            }
        }
        return 0;
    }

    /** An independent copy. */
    public Latencies copy() {
        return new Latencies(counts.clone(), total);
    }

    private static int bucketOf(long nanos) {
        long within = Math.clamp(nanos, LEAST, MOST);
        int octave = 63 - Long.numberOfLeadingZeros(within);
        int quarter = (int) (within >>> (octave - 2)) & 3;
        return 4 * (octave - LEAST_OCTAVE) + quarter;
    }

    private static long middleOf(int bucket) {
        long octave = LEAST << (bucket / 4);
        return octave + octave / 8 * (2 * (bucket % 4) + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return total + " latencies, p50 " + percentile(0.5) + " ns, p99 " + percentile(0.99) + " ns";
    }
}
