package ringside.engine.hash;

import java.util.Arrays;

/** The MD5 digest of RFC 1321, as two halves of 64 bits. For one thread. */
public final class Md5 {
    /*
     * Broken for signatures since 2004 (Wang and Yu found collisions), and still a fine way to scatter keys over a
     * ring: nobody gains by choosing where a key falls on a ring he may look at anyway. Where an adversary chooses the
     * keys, as in a public cache, a keyed hash is wanted instead.
     *
     * Written out rather than borrowed because the engine may not know java.security, and so that a lookup allocates
     * nothing. The digest's bytes are little-endian words; as a number it is read from the first byte on, the way
     * md5sum prints it.
     */
    private static final int[] SINES = new int[64];

    static {
        for (int i = 0; i < 64; i++) {
            SINES[i] = (int) (long) (StrictMath.abs(StrictMath.sin(i + 1)) * 0x1p32);
        }
    }

    private static final int[] TURNS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

    private final byte[] tail = new byte[128];
    private final int[] words = new int[16];
    private int a;
    private int b;
    private int c;
    private int d;

    /** Digests the text that is held. */
    public Md5 digest(Utf8 text) {
        return digest(text.bytes(), text.length());
    }

    /** Digests the first {@code length} bytes. */
    public Md5 digest(byte[] bytes, int length) {
        a = 0x67452301;
        b = 0xefcdab89;
        c = 0x98badcfe;
        d = 0x10325476;
        int whole = length & ~63;
        for (int from = 0; from < whole; from += 64) {
            block(bytes, from);
        }
        int padded = pad(bytes, whole, length);
        for (int from = 0; from < padded; from += 64) {
            block(tail, from);
        }
        return this;
    }

    /** The first eight bytes of the digest, as {@code md5sum} would print them. */
    public long high() {
        return ((long) Integer.reverseBytes(a) << 32) | Integer.toUnsignedLong(Integer.reverseBytes(b));
    }

    /** The last eight bytes of the digest. */
    public long low() {
        return ((long) Integer.reverseBytes(c) << 32) | Integer.toUnsignedLong(Integer.reverseBytes(d));
    }

    private int pad(byte[] bytes, int whole, int length) {
        int left = length - whole;
        int padded = left < 56 ? 64 : 128;
        System.arraycopy(bytes, whole, tail, 0, left);
        tail[left] = (byte) 0x80;
        Arrays.fill(tail, left + 1, padded - 8, (byte) 0);
        long bits = 8L * length;
        for (int i = 0; i < 8; i++) {
            tail[padded - 8 + i] = (byte) (bits >>> (8 * i));
        }
        return padded;
    }

    private void block(byte[] bytes, int from) {
        for (int i = 0; i < 16; i++) {
            words[i] = LittleEndian.intAt(bytes, from + 4 * i);
        }
        int startA = a;
        int startB = b;
        int startC = c;
        int startD = d;
        for (int i = 0; i < 16; i++) {
            step(d ^ (b & (c ^ d)), i, i);
        }
        for (int i = 16; i < 32; i++) {
            step(c ^ (d & (b ^ c)), i, 5 * i + 1);
        }
        for (int i = 32; i < 48; i++) {
            step(b ^ c ^ d, i, 3 * i + 5);
        }
        for (int i = 48; i < 64; i++) {
            step(c ^ (b | ~d), i, 7 * i);
        }
        a += startA;
        b += startB;
        c += startC;
        d += startD;
    }

    private void step(int mixed, int i, int word) {
        int sum = a + mixed + SINES[i] + words[word & 15];
        a = d;
        d = c;
        c = b;
        b += Integer.rotateLeft(sum, TURNS[((i >> 4) << 2) | (i & 3)]);
    }
}
