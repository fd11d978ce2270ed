package ringside.engine.hash;

/** Yann Collet's xxHash64: a fast 64-bit hash whose every output bit depends on every input bit. */
public final class XxHash64 {
    /*
     * Specification: "xxHash fast digest algorithm", XXH64. Envoy places its servers and keys with it. Four lanes eat
     * 32 bytes at a time; what is left goes in by eight, four and one; the last three lines mix (the avalanche).
     */
    private static final long P1 = 0x9e3779b185ebca87L;
    private static final long P2 = 0xc2b2ae3d27d4eb4fL;
    private static final long P3 = 0x165667b19e3779f9L;
    private static final long P4 = 0x85ebca77c2b2ae63L;
    private static final long P5 = 0x27d4eb2f165667c5L;

    private XxHash64() {}

    /** The hash of the text that is held. */
    public static long of(Utf8 text, long seed) {
        return of(text.bytes(), text.length(), seed);
    }

    /** The hash of the first {@code length} bytes. */
    public static long of(byte[] bytes, int length, long seed) {
        int lanes = length & ~31;
        long hash = lanes == 0 ? seed + P5 : lanes(bytes, lanes, seed);
        return avalanche(rest(bytes, lanes, length, hash + length));
    }

    private static long lanes(byte[] bytes, int end, long seed) {
        long a = seed + P1 + P2;
        long b = seed + P2;
        long c = seed;
        long d = seed - P1;
        for (int at = 0; at < end; at += 32) {
            a = round(a, LittleEndian.longAt(bytes, at));
            b = round(b, LittleEndian.longAt(bytes, at + 8));
            c = round(c, LittleEndian.longAt(bytes, at + 16));
            d = round(d, LittleEndian.longAt(bytes, at + 24));
        }
        long hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
        return merge(merge(merge(merge(hash, a), b), c), d);
    }

    private static long rest(byte[] bytes, int from, int end, long start) {
        long hash = start;
        int at = from;
        for (; at + 8 <= end; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, LittleEndian.longAt(bytes, at)), 27) * P1 + P4;
        }
        if (at + 4 <= end) {
            hash = Long.rotateLeft(hash ^ (Integer.toUnsignedLong(LittleEndian.intAt(bytes, at)) * P1), 23) * P2 + P3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ ((bytes[at] & 255) * P5), 11) * P1;
        }
        return hash;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * P1 + P4;
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * P2;
        mixed = (mixed ^ (mixed >>> 29)) * P3;
        return mixed ^ (mixed >>> 32);
    }
}
