package ringside.world;

import java.util.Arrays;

/**
 * How long things took, counted in buckets of which 128 share an octave, so that a percentile is known to 0.4 % or better
 * from 256 ns to 78 h, and the least and the most are known exactly; what lies beyond counts as the nearest of these.
 * Mutable while it is being filled; {@link #copy()} to keep.
 */
public final class Latencies {
    /*
     * Octaves that nothing fell into take no room: the latencies of one second mostly lie within a few of them, and a
     * second is copied for every picture of it.
     */
    private static final int LEAST_OCTAVE = 8;
    private static final int OCTAVES = 40;
    private static final int FINENESS = 7;
    private static final int BUCKETS = 1 << FINENESS;
    private static final long LEAST = 1L << LEAST_OCTAVE;
    private static final long MOST = (LEAST << OCTAVES) - 1;
    private static final long EMPTY = 256;
    private static final long OCTAVE = 16 + 4 * BUCKETS;

    private static final int[] NOBODY = {};

    private final int[][] octaves = new int[OCTAVES][];
    private int total;
    private long least = MOST;
    private long most = LEAST;

    /** Nothing counted yet. */
    public Latencies() {
        Arrays.fill(octaves, NOBODY);
    }

    private Latencies(Latencies of) {
        Arrays.setAll(octaves, i -> of.octaves[i].length == 0 ? NOBODY : of.octaves[i].clone());
        total = of.total;
        least = of.least;
        most = of.most;
    }

    /** Counts one thing that took this many nanoseconds. */
    public void add(long nanos) {
        long took = Math.clamp(nanos, LEAST, MOST);
        int octave = 63 - Long.numberOfLeadingZeros(took);
        int bucket = (int) (took >>> (octave - FINENESS)) & (BUCKETS - 1);
        counts(octave - LEAST_OCTAVE)[bucket]++;
        total++;
        least = Math.min(least, took);
        most = Math.max(most, took);
    }

    private int[] counts(int octave) {
        if (octaves[octave].length == 0) {
            octaves[octave] = new int[BUCKETS];
        }
        return octaves[octave];
    }

    /** Counts everything that another has counted. */
    public void addAll(Latencies other) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            int[] more = other.octaves[octave];
            if (more.length > 0) {
                int[] counts = counts(octave);
                Arrays.setAll(counts, i -> counts[i] + more[i]);
            }
        }
        total += other.total;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
    }

    /** How many were counted. */
    public int total() {
        return total;
    }

    /** The nanoseconds that this share of them did not exceed, 0 when nothing was counted; {@code share} is 0 to 1. */
    public long percentile(double share) {
        long wanted = (long) Math.ceil(share * total);
        if (wanted <= 1) {
            return total == 0 ? 0 : least;
        }
        return wanted >= total ? most : nearest(wanted);
    }

    private long nearest(long wanted) {
        long seen = 0;
        for (int octave = 0; octave < OCTAVES; octave++) {
            int[] counts = octaves[octave];
            for (int bucket = 0; bucket < counts.length; bucket++) {
                seen += counts[bucket];
                if (seen >= wanted) {
                    return Math.clamp(middleOf(octave, bucket), least, most);
                }
            }
        }
        return most;
    }

    private static long middleOf(int octave, int bucket) {
        long from = LEAST << octave;
        return from + from / (2 * BUCKETS) * (2L * bucket + 1);
    }

    /** An independent copy. */
    public Latencies copy() {
        return new Latencies(this);
    }

    /** About how many bytes it takes. */
    long weight() {
        return EMPTY + OCTAVE * Arrays.stream(octaves).filter(o -> o.length > 0).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that
                && least == that.least
                && most == that.most
                && Arrays.deepEquals(octaves, that.octaves);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(octaves);
    }

    @Override
    public String toString() {
        return total + " latencies, p50 " + percentile(0.5) + " ns, p99 " + percentile(0.99) + " ns";
    }
}
