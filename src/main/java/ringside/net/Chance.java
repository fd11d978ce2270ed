package ringside.net;

import java.util.random.RandomGenerator;
import ringside.world.Keys;

/** Draws from the distributions that a scenario names. */
final class Chance {
    private Chance() {}

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
