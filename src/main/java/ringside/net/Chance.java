package ringside.net;

import java.util.random.RandomGenerator;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Keys;
import ringside.world.Latency;

/** Draws from the distributions that a scenario names. */
final class Chance {
    private static final double NANOS = 1e9;

    private Chance() {}

    /** How long a server works on one request, in nanoseconds. */
    static long workNanos(Latency latency, Behaviour behaviour, RandomGenerator random) {
        double nanos = switch (latency) {
            case Latency.Constant(var each) -> each.toNanos();
            case Latency.Exponential(var mean) -> -Math.log1p(-random.nextDouble()) * mean.toNanos();
            case Latency.Uniform(var least, var most) ->
                least.toNanos() + random.nextDouble() * (most.toNanos() - least.toNanos());
        };
        return (long) (behaviour instanceof Behaviour.Slow(double times) ? nanos * times : nanos);
    }

    /** The time to the next arrival, in nanoseconds; endless when there is none. */
    static long gapNanos(Arrivals arrivals, RandomGenerator random) {
        return switch (arrivals) {
            case Arrivals.None _ -> Long.MAX_VALUE;
            case Arrivals.Constant(double perSecond) -> (long) (NANOS / perSecond);
            case Arrivals.Poisson(double perSecond) -> (long) (-Math.log1p(-random.nextDouble()) / perSecond * NANOS);
        };
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
