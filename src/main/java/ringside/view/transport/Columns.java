package ringside.view.transport;

import java.util.Arrays;
import java.util.List;
import ringside.view.HeldSecond;

/**
 * Seconds as columns of a chart: one each while there is room, else so many together that each has a pixel and a half.
 *
 * @param left where the first begins, in pixels
 * @param step how wide each is, in pixels
 * @param arrived requests that arrived a second, the most within the column
 * @param errors requests that failed a second, the most within the column
 * @param p99 the p99 in nanoseconds, the longest within the column
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and thrown away
record Columns(double left, double step, double[] arrived, double[] errors, double[] p99) {
    private static final long SECOND = 1_000_000_000;
    private static final double LEAST = 1.5;

    static Columns of(TimeScale scale, List<HeldSecond> seconds) {
        double left = scale.xOf(seconds.getFirst().index() * SECOND);
        double right = scale.xOf((seconds.getLast().index() + 1) * SECOND);
        int size = Math.clamp((long) ((right - left) / LEAST), 1, seconds.size());
        var columns = new Columns(left, (right - left) / size, new double[size], new double[size], new double[size]);
        for (int i = 0; i < seconds.size(); i++) {
            columns.add((int) ((long) i * size / seconds.size()), seconds.get(i));
        }
        return columns;
    }

    private void add(int column, HeldSecond second) {
        arrived[column] = Math.max(arrived[column], second.arrived());
        errors[column] = Math.max(errors[column], second.errors());
        p99[column] = Math.max(p99[column], (double) second.p99Nanos());
    }

    int size() {
        return arrived.length;
    }

    /** Where a column begins. */
    double x(int column) {
        return left + column * step;
    }

    double mostArrived() {
        return Math.max(1, Arrays.stream(arrived).max().orElse(1));
    }

    double mostP99() {
        return Math.max(1, Arrays.stream(p99).max().orElse(1));
    }
}
