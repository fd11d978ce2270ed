package ringside.engine.hash;

/** Numbers out of bytes, least significant byte first. */
final class LittleEndian {
    private LittleEndian() {}

    static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 255) | ((bytes[at + 1] & 255) << 8) | ((bytes[at + 2] & 255) << 16) | (bytes[at + 3] << 24);
    }

    static long longAt(byte[] bytes, int at) {
        return Integer.toUnsignedLong(intAt(bytes, at)) | ((long) intAt(bytes, at + 4) << 32);
    }
}
