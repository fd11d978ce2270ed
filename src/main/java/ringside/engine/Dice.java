package ringside.engine;

/** Chance: a seeded generator, or a test's list of rolls. */
@FunctionalInterface
public interface Dice {
    /**
     * One roll.
     *
     * @param sides how many there are, at least 1
     * @return 0 to {@code sides - 1}, each as likely as the others
     */
    int roll(int sides);

    /** Dice that roll the same for the same seed: SplitMix64 (Steele, Lea and Flood 2014), scaled down to the sides. */
    static Dice seeded(long seed) {
        var state = new long[] {seed};
        return sides -> {
            state[0] += 0x9e3779b97f4a7c15L;
            long mixed = (state[0] ^ (state[0] >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            return (int) Math.unsignedMultiplyHigh(mixed ^ (mixed >>> 31), sides);
        };
    }
}
