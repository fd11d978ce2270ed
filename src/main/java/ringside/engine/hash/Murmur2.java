package ringside.engine.hash;

/** Austin Appleby's MurmurHash2 in its 64-bit form, as GNU's C++ library has it for {@code std::hash}. */
public final class Murmur2 {
    /*
     * Envoy offers it for rings that must agree with ketama rings of other programs. Eight bytes at a time; what is left
     * goes in as one number; two shifts mix the end. The C++ library always starts from one seed.
     */

    /** The seed of {@code std::hash}. */
    public static final long STANDARD_SEED = 0xc70f6907L;

    private static final long FACTOR = 0xc6a4a7935bd1e995L;

    private Murmur2() {}

    /** The hash of the text that is held. */
    public static long of(Utf8 text, long seed) {
        return of(text.bytes(), text.length(), seed);
    }

    /** The hash of the first {@code length} bytes. */
    public static long of(byte[] bytes, int length, long seed) {
        int whole = length & ~7;
        long hash = seed ^ (length * FACTOR);
        for (int at = 0; at < whole; at += 8) {
            hash = (hash ^ folded(LittleEndian.longAt(bytes, at) * FACTOR) * FACTOR) * FACTOR;
        }
        if (whole < length) {
            hash = (hash ^ rest(bytes, whole, length)) * FACTOR;
        }
        return folded(folded(hash) * FACTOR);
    }

    private static long rest(byte[] bytes, int from, int end) {
        long number = 0;
        for (int at = end - 1; at >= from; at--) {
            number = number << 8 | (bytes[at] & 255);
        }
        return number;
    }

    private static long folded(long hash) {
        return hash ^ (hash >>> 47);
    }
}
