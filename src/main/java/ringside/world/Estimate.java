package ringside.world;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A mean, and how far off it may be.
 *
 * @param mean the mean, 0 of nothing
 * @param plusMinus half of the interval that holds the true mean with 95 % confidence; empty when there is too little to tell
 */
public record Estimate(double mean, OptionalDouble plusMinus) {
    /*
     * Requests that come one after the other wait in the same queues, so they are alike, and the plain formula would make
     * the interval much too narrow. The means of long batches are nearly independent: their spread is what counts (batch
     * means; Law and Kelton, Simulation Modeling and Analysis). 2.045 is Student's t for 29 degrees of freedom.
     */
    private static final int BATCHES = 30;
    private static final int LEAST_IN_A_BATCH = 10;
    private static final double STUDENT = 2.045;

    /** Of values in the order in which they came; what is left over beyond whole batches counts for the mean alone. */
    static Estimate of(long[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        int size = values.length / BATCHES;
        if (size < LEAST_IN_A_BATCH) {
            return new Estimate(mean, OptionalDouble.empty());
        }
        var means = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            means[batch] = Arrays.stream(values, batch * size, (batch + 1) * size)
                    .average()
                    .orElseThrow();
        }
        double middle = Arrays.stream(means).average().orElseThrow();
        double variance =
                Arrays.stream(means).map(m -> (m - middle) * (m - middle)).sum() / (BATCHES - 1);
        return new Estimate(mean, OptionalDouble.of(STUDENT * Math.sqrt(variance / BATCHES)));
    }

    /** Whether the interval leaves out 0: the difference is not mere chance. */
    public boolean certain() {
        return plusMinus.isPresent() && Math.abs(mean) > plusMinus.getAsDouble();
    }
}
