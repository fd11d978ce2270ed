package ringside.lesson;

import java.util.List;
import ringside.engine.PolicyChoice;
import ringside.engine.RemapLaw;

/**
 * What hash mod N would have done for a change of membership.
 *
 * @param moved how many keys would have changed owner
 * @param of how many keys there were
 * @param law the fraction theory expects, such as 1 - min(n, m) / lcm(n, m) when the last servers come or go
 */
record ModN(long moved, int of, double law) {
    static final ModN NOTHING = new ModN(0, 0, 0);

    private static final PolicyChoice POLICY = PolicyChoice.of("textbook/mod-n");

    static ModN of(Watch.Change change, List<String> keys) {
        var before = Owners.of(change.before().with(POLICY));
        var after = Owners.of(change.after().with(POLICY));
        long moved =
                keys.stream().filter(k -> !before.of(k).equals(after.of(k))).count();
        double law = RemapLaw.ofRemainder().moves(Owners.poolOf(change.before()), Owners.poolOf(change.after()));
        return new ModN(moved, keys.size(), law);
    }

    double fraction() {
        return of == 0 ? 0 : (double) moved / of;
    }
}
