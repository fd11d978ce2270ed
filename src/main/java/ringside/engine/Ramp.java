package ringside.engine;

import java.time.Duration;

/**
 * How a server that just came up grows to its full weight: a factor that rises with its age.
 *
 * @param window how long that takes; zero for a server that has all of its weight at once
 * @param aggression 1 for a straight line; above 1 it rises fast first and slowly later, below 1 the other way round
 * @param least the factor that it begins with and is never below, 0 to 1
 */
public record Ramp(Duration window, double aggression, double least) {
    /*
     * factor = max((age / window)^(1 / aggression), least), the age counted in whole milliseconds from 1 up: it is Envoy's
     * formula, read in its source, of which the straight line is a case. HAProxy's steps, one each second, are its own.
     *
     * Without a slow start a server that joins a busy pool gets its whole share while its caches are cold, and those that choose the
     * least busy give it everything.
     */
    private static final double ENVOY_LEAST = 0.1;

    public Ramp {
        if (window.isNegative()) {
            throw new IllegalArgumentException("a slow start takes 0 ms or more, not " + window.toMillis() + " ms");
        }
        if (!(aggression > 0 && aggression < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an aggression is above 0, not " + aggression);
        }
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("the least factor is 0 to 1, not " + least);
        }
    }

    /** A straight line from nothing to the full weight. */
    public static Ramp linear(Duration window) {
        return new Ramp(window, 1, 0);
    }

    /** What Envoy does when nothing but the window is configured: a straight line that begins at a tenth. */
    public static Ramp envoy(Duration window) {
        return new Ramp(window, 1, ENVOY_LEAST);
    }

    /** Whether a server of this age has its full weight. */
    public boolean over(long ageMillis) {
        return ageMillis >= window.toMillis();
    }

    /**
     * The part of its weight that a server has.
     *
     * @param ageMillis whole milliseconds since it came up; below 1 it is 1
     * @return 0 to 1, and 1 once it is over
     */
    public double factor(long ageMillis) {
        if (over(ageMillis)) {
            return 1;
        }
        double age = (double) Math.max(1, ageMillis) / window.toMillis();
        return Math.max(aggression == 1 ? age : StrictMath.pow(age, 1 / aggression), least);
    }

    /**
     * A whole weight so reduced: to the nearest, but not below 1 unless it is 0. It takes a large weight to grow in small
     * steps; a weight of 1 is never less.
     */
    public int of(int weight, long ageMillis) {
        return weight == 0 ? 0 : (int) Math.max(1, Math.round(weight * factor(ageMillis)));
    }
}
