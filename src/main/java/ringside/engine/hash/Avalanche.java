package ringside.engine.hash;

/** HAProxy's full hash of a number: every bit of it changes about half of the bits of the result. */
public final class Avalanche {
    /*
     * Bob Jenkins's full-avalanche integer hash, times an odd constant. Each step can be undone, so different numbers
     * have different hashes: the nodes of HAProxy's ring never fall on one place.
     */
    private static final int FACTOR = (int) 3_221_225_473L;

    private Avalanche() {}

    /** The hash, unsigned. */
    public static int of(int number) {
        int a = number;
        a = a + 0x7ed55d16 + (a << 12);
        a = a ^ 0xc761c23c ^ (a >>> 19);
        a = a + 0x165667b1 + (a << 5);
        a = (a + 0xd3a2646c) ^ (a << 9);
        a = a + 0xfd7046c5 + (a << 3);
        a = a ^ 0xb55a4f09 ^ (a >>> 16);
        return a * FACTOR;
    }
}
