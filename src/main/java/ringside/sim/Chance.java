package ringside.sim;

import java.util.SplittableRandom;
import ringside.engine.Dice;

/**
 * The luck of one world, one stream for each thing that is left to chance, so that changing one thing leaves the others' luck
 * as it was.
 *
 * @param arrivals when requests come
 * @param clients from whom
 * @param keys for what
 * @param service how much work each is
 * @param errors which of them a faulty server spoils
 * @param checks which checks a faulty server spoils
 * @param policy what its policies roll
 * @param caches when what is in caches expires, and who refreshes it before
 * @param origin how much work each fetch is
 */
record Chance(
        Luck arrivals,
        Luck clients,
        Luck keys,
        Luck service,
        Luck errors,
        Luck checks,
        Dice policy,
        Luck caches,
        Luck origin) {
    static Chance seeded(long seed) {
        var root = new SplittableRandom(seed);
        return new Chance(
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                Dice.seeded(root.split().nextLong()),
                root.split()::nextDouble,
                root.split()::nextDouble);
    }
}
