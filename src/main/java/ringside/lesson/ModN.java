package ringside.lesson;

import java.util.List;
import ringside.engine.PolicyChoice;

/**
 * What hash mod N would have done for a change of membership.
 *
 * @param moved how many keys would have changed owner
 * @param of how many keys there were
 * @param law the fraction theory expects: 1 - min(n, m) / lcm(n, m)
 */
record ModN(long moved, int of, double law) {
    static final ModN NOTHING = new ModN(0, 0, 0);

    private static final PolicyChoice POLICY = PolicyChoice.of("textbook/mod-n");

    static ModN of(Watch.Change change, List<String> keys) {
        var before = Owners.of(change.before().with(POLICY));
        var after = Owners.of(change.after().with(POLICY));
        long moved = keys.stream().filter(k -> !before.of(k).equals(after.of(k))).count();
        return new ModN(
                moved,
                keys.size(),
                law(change.before().servers().size(), change.after().servers().size()));
    }

    private static double law(int n, int m) {
        return n == 0 || m == 0 ? 1 : 1 - Math.min(n, m) * greatestCommonDivisor(n, m) / ((double) n * m);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    double fraction() {
        return of == 0 ? 0 : (double) moved / of;
    }
}
