package ringside.world;

import java.time.Duration;

/** How long a server works on one request. */
public sealed interface Latency {
    /** Always the same. */
    record Constant(Duration each) implements Latency {
        public Constant {
            Checked.atMost("a latency", each, LONGEST);
        }
    }

    /** Memoryless, with this mean. */
    record Exponential(Duration mean) implements Latency {
        public Exponential {
            Checked.positive("a mean latency", mean);
            Checked.atMost("a mean latency", mean, LONGEST);
        }
    }

    /** Anything between two bounds, equally likely. */
    record Uniform(Duration least, Duration most) implements Latency {
        public Uniform {
            Checked.atMost("a latency", most, LONGEST);
            if (least.isNegative() || least.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "a latency's least is 0 or more and no more than its most, not " + least + " and " + most);
            }
        }
    }

    /**
     * Most near the median and some much longer, as real servers are: its logarithm is normally distributed.
     *
     * @param median what half of them don't exceed
     * @param p99 what 99 of a hundred don't exceed, as long as the median or longer
     */
    record LogNormal(Duration median, Duration p99) implements Latency {
        /** How many standard deviations above the mean a normal distribution has its 99th percentile. */
        private static final double SIGMAS = 2.3263;

        public LogNormal {
            Checked.positive("a median latency", median);
            Checked.atMost("a latency's p99", p99, LONGEST);
            if (median.compareTo(p99) > 0) {
                throw new IllegalArgumentException(
                        "a latency's p99 is no shorter than its median, not " + p99 + " with a median of " + median);
            }
        }

        private double nanosAt(double luck) {
            double sigma = StrictMath.log((double) p99.toNanos() / median.toNanos()) / SIGMAS;
            return median.toNanos() * StrictMath.exp(sigma * Normal.at(luck));
        }
    }

    /**
     * Heavy-tailed: of those beyond a latency, the same share is beyond twice of it, however long it is.
     *
     * @param scale the shortest there is
     * @param shape how quickly long ones get rare, 0.5 to 100; with 1 or less the mean is endless but for {@link #LONGEST}
     */
    record Pareto(Duration scale, double shape) implements Latency {
        public Pareto {
            Checked.positive("a least latency", scale);
            Checked.atMost("a least latency", scale, LONGEST);
            Checked.within("a Pareto distribution's shape", shape, 0.5, 100);
        }

        private double nanosAt(double luck) {
            return scale.toNanos() * StrictMath.pow(1 - luck, -1 / shape);
        }
    }

    /**
     * The usual, but a few take many times as long.
     *
     * @param usual what the others take, and the few a multiple of; not itself with outliers
     * @param percent how many of a hundred they are, 0.001 to 50
     * @param times how many times as long they take, 1 to 1000
     */
    record Outliers(Latency usual, double percent, double times) implements Latency {
        public Outliers {
            Checked.within("a share of outliers in percent", percent, 0.001, 50);
            Checked.within("an outlier's factor", times, 1, 1000);
            if (usual instanceof Outliers) {
                throw new IllegalArgumentException("what outliers are a multiple of has no outliers itself");
            }
        }

        private double nanosAt(double luck) {
            double few = percent / 100;
            return luck < 1 - few ? usual.nanos(luck / (1 - few)) : times * usual.nanos((luck - (1 - few)) / few);
        }
    }

    /** The longest latency that can be asked for. */
    Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Turns luck into a latency in nanoseconds: luck that is spread evenly from 0 to 1 gives this distribution. For the same
     * luck, a slower distribution takes longer. The distributions with long tails end at {@link #LONGEST}.
     */
    default long nanos(double luck) {
        return switch (this) {
            case Constant(Duration each) -> each.toNanos();
            case Exponential(Duration mean) -> (long) (-(double) mean.toNanos() * StrictMath.log1p(-luck));
            case Uniform(Duration least, Duration most) ->
                least.toNanos() + (long) (luck * (most.toNanos() - least.toNanos()));
            case LogNormal logNormal -> atMost(logNormal.nanosAt(luck));
            case Pareto pareto -> atMost(pareto.nanosAt(luck));
            case Outliers outliers -> atMost(outliers.nanosAt(luck));
        };
    }

    private static long atMost(double nanos) {
        return Math.min((long) nanos, LONGEST.toNanos());
    }
}
