package ringside.net;

import java.util.random.RandomGenerator;
import ringside.world.Arrivals;
import ringside.world.Keys;

/** Draws from the distributions that a scenario names. */
final class Chance {
    private static final double NANOS = 1e9;
    private static final long YEAR_NANOS = 365L * 24 * 3600 * 1_000_000_000;

    private Chance() {}

    /** The arrivals of one scenario, one after the other. */
    static final class Timetable {
        private final Arrivals arrivals;
        private long nanos;

        Timetable(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        /** When the next one comes, in nanoseconds since the first could have; a year when none does. */
        long next(RandomGenerator random) {
            nanos = switch (arrivals) {
                case Arrivals.None _, Arrivals.Closed _ -> YEAR_NANOS;
                case Arrivals.Constant(double perSecond) -> nanos + (long) (NANOS / perSecond);
                case Arrivals.Poisson(double perSecond) -> nanos + memoryless(perSecond, random);
                case Arrivals.Bursts bursts -> nanos + memoryless(bursts.perSecond(), random);
            };
            return arrivals instanceof Arrivals.Bursts bursts ? bursts.nanosAfter(nanos) : nanos;
        }

        private static long memoryless(double perSecond, RandomGenerator random) {
            return (long) (-Math.log1p(-random.nextDouble()) / perSecond * NANOS);
        }
    }

    /** A key drawn as often as a scenario wants it. */
    interface KeyDraw {
        /** The next key. */
        String next(RandomGenerator random);

        /** A draw from these keys. */
        static KeyDraw of(Keys keys) {
            var names = keys.all();
            if (keys instanceof Keys.Zipf(int count, double exponent)) {
                double[] below = sums(count, exponent);
                return random -> {
                    int place = java.util.Arrays.binarySearch(below, random.nextDouble() * below[count - 1]);
                    return names.get(Math.min(count - 1, place < 0 ? -place - 1 : place + 1));
                };
            }
            return random -> names.get(random.nextInt(names.size()));
        }

        private static double[] sums(int count, double exponent) {
            var sums = new double[count];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += Math.pow(k + 1, -exponent);
                sums[k] = sum;
            }
            return sums;
        }
    }
}
