package ringside.engine.envoy;

import java.time.Duration;

/**
 * How Envoy detects outliers. Every "enforce" is how often, in per cent, a host found out is in fact ejected.
 *
 * @param interval from one look at success rates, and at who may come back, to the next
 * @param baseEjection how long the first ejection lasts; each more one ejection longer
 * @param maxEjection how long it lasts at the most, or as long as the first if that is longer
 * @param maxJitter by how much, at random, it lasts longer
 * @param maxEjectionPercent of the hosts that may be out at once
 * @param alwaysEjectOne whether one may be out whatever that says
 * @param splitLocalOrigin whether what goes wrong on the way is told apart from what a host answers
 * @param consecutive5xx errors in a row
 * @param consecutiveGatewayFailure answers 502, 503 or 504 in a row
 * @param consecutiveLocalOrigin failures on the way in a row, if they are told apart
 * @param successRate comparing hosts with each other
 * @param failurePercentage a bound on each host's failures
 */
public record OutlierSettings(
        Duration interval,
        Duration baseEjection,
        Duration maxEjection,
        Duration maxJitter,
        int maxEjectionPercent,
        boolean alwaysEjectOne,
        boolean splitLocalOrigin,
        Row consecutive5xx,
        Row consecutiveGatewayFailure,
        Row consecutiveLocalOrigin,
        SuccessRate successRate,
        FailurePercentage failurePercentage) {
    /** What holds when nothing is configured. */
    public static final OutlierSettings STANDARD = new OutlierSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(300),
            Duration.ZERO,
            10,
            false,
            false,
            new Row(5, 100),
            new Row(5, 0),
            new Row(5, 100),
            new SuccessRate(5, 100, 1900, 100),
            new FailurePercentage(85, 5, 50, 0));

    /**
     * So many in a row.
     *
     * @param failures 1 or more
     * @param enforce in per cent
     */
    public record Row(int failures, int enforce) {
        public Row {
            if (failures < 1) {
                throw new IllegalArgumentException("1 failure in a row or more is too many, not " + failures);
            }
            percent(enforce);
        }
    }

    /**
     * Hosts whose success rate is far below the mean.
     *
     * @param minimumHosts with enough requests there must be to compare them
     * @param requestVolume how many are enough in an interval
     * @param stdevFactor how many thousandths of a standard deviation are far
     * @param enforce in per cent
     */
    public record SuccessRate(int minimumHosts, int requestVolume, int stdevFactor, int enforce) {
        public SuccessRate {
            percent(enforce);
        }
    }

    /**
     * Hosts that fail too often, whatever the others do.
     *
     * @param threshold in per cent of their requests
     * @param minimumHosts with enough requests there must be
     * @param requestVolume how many are enough in an interval
     * @param enforce in per cent
     */
    public record FailurePercentage(int threshold, int minimumHosts, int requestVolume, int enforce) {
        public FailurePercentage {
            percent(threshold);
            percent(enforce);
        }
    }

    public OutlierSettings {
        if (!interval.isPositive()
                || !baseEjection.isPositive()
                || maxEjection.isNegative()
                || maxJitter.isNegative()) {
            throw new IllegalArgumentException("intervals and ejections take more than 0 ms, not " + interval + ", "
                    + baseEjection + ", " + maxEjection + " and " + maxJitter);
        }
        percent(maxEjectionPercent);
    }

    /** The same with at most so many hosts out at once, in per cent. */
    public OutlierSettings ejectingAtMost(int percent) {
        return new OutlierSettings(
                interval,
                baseEjection,
                maxEjection,
                maxJitter,
                percent,
                alwaysEjectOne,
                splitLocalOrigin,
                consecutive5xx,
                consecutiveGatewayFailure,
                consecutiveLocalOrigin,
                successRate,
                failurePercentage);
    }

    /** How long the ejection of this number lasts without its jitter; it grows no further than the longest. */
    Duration ejection(int number) {
        var longest = maxEjection.compareTo(baseEjection) > 0 ? maxEjection : baseEjection;
        var grown = baseEjection.multipliedBy(number);
        return grown.compareTo(longest) < 0 ? grown : longest;
    }

    /** Whether the next ejection after the one of this number may be longer. */
    boolean mayGrow(int number) {
        var longest = maxEjection.compareTo(baseEjection) > 0 ? maxEjection : baseEjection;
        return baseEjection.multipliedBy(number).compareTo(longest.plus(baseEjection)) < 0;
    }

    private static void percent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a percentage is 0 to 100, not " + percent);
        }
    }
}
