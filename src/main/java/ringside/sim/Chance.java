package ringside.sim;

import java.util.SplittableRandom;

/**
 * The dice of one world, one for each thing that is left to chance, so that changing one thing leaves the others' luck
 * as it was.
 *
 * @param arrivals when requests come
 * @param clients from whom
 * @param keys for what
 * @param service how much work each is
 * @param errors which of them a faulty server spoils
 * @param checks which checks a faulty server spoils
 */
record Chance(Dice arrivals, Dice clients, Dice keys, Dice service, Dice errors, Dice checks) {
    static Chance seeded(long seed) {
        var root = new SplittableRandom(seed);
        return new Chance(
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble,
                root.split()::nextDouble);
    }
}
