package ringside.world;

import java.util.Arrays;

/**
 * How long things took, counted in buckets a quarter of an octave wide, so that a percentile is known to about 9 %.
 * Mutable while it is being filled; {@link #copy()} to keep.
 */
public final class Latencies {
    private static final int BUCKETS = 4 * 40;

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
        long units = Math.max(1, nanos >> 8);
        int octave = 63 - Long.numberOfLeadingZeros(units);
        int quarter = octave < 2 ? (int) (units << (2 - octave) & 3) : (int) (units >>> (octave - 2) & 3);
        return Math.min(BUCKETS - 1, 4 * octave + quarter);
    }

    private static long middleOf(int bucket) {
        double octave = Math.scalb(1.0, bucket / 4);
        return (long) (octave * (1 + (bucket % 4 + 0.5) / 4) * 256);
    }
}
