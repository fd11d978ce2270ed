package ringside.engine.envoy;

/** The Mersenne Twister of 32 bits (Matsumoto and Nishimura 1998), as C++ has it for {@code std::mt19937}. */
final class Mt19937 {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[SIZE];
    private int next;

    /** Starts anew from a seed. */
    void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        next = SIZE;
    }

    /** The next number, unsigned. */
    int roll() {
        if (next == SIZE) {
            twist();
        }
        int number = state[next++];
        number ^= number >>> 11;
        number ^= (number << 7) & 0x9d2c5680;
        number ^= (number << 15) & 0xefc60000;
        return number ^ (number >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int mixed = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /** A number from 0 to one below the sides, each with the same chance: numbers that would favour some are rolled again. */
    int below(int sides) {
        long width = (1L << Integer.SIZE) / sides;
        long number = sides;
        while (number >= sides) {
            number = Integer.toUnsignedLong(roll()) / width;
        }
        return (int) number;
    }
}
