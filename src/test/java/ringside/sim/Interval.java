package ringside.sim;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where a mean lies with 99 % confidence, from independent replications of one experiment.
 *
 * @param mean of the replications
 * @param half half the interval's width
 */
record Interval(double mean, double half) {
    /** How many replications there are. */
    static final int REPLICATIONS = 20;

    /** Student's t for 99 % and 19 degrees of freedom. */
    private static final double STUDENT = 2.8609;

    static Interval of(double... replications) {
        if (replications.length != REPLICATIONS) {
            throw new IllegalArgumentException(REPLICATIONS + " replications, not " + replications.length);
        }
        double mean = DoubleStream.of(replications).average().orElseThrow();
        double squares =
                DoubleStream.of(replications).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = StrictMath.sqrt(squares / (REPLICATIONS - 1));
        return new Interval(mean, STUDENT * deviation / StrictMath.sqrt(REPLICATIONS));
    }

    boolean contains(double theory) {
        return Math.abs(theory - mean) <= half;
    }

    /** Half the width for each unit of the mean. */
    double tightness() {
        return half / Math.abs(mean);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f ± %.4f (%.1f %%)", mean, half, 100 * tightness());
    }
}
