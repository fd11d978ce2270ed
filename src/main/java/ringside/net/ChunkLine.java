package ringside.net;

/** The lines that begin chunks: a size, and extensions (RFC 9112 §7.1). */
final class ChunkLine {
    /** The longest line, in bytes. */
    static final int MOST = 4096;

    private ChunkLine() {}

    /** The size that a line says; extensions must be well formed and are passed over. */
    static long size(byte[] bytes, int from, int to) throws BadMessage {
        long size = 0;
        int i = from;
        while (i < to && Ascii.hex(bytes[i]) < 16) {
            if (size > Long.MAX_VALUE >> 5) {
                throw BadMessage.malformed("a chunk's size is beyond all bounds");
            }
            size = size << 4 | Ascii.hex(bytes[i++]);
        }
        if (i == from) {
            throw BadMessage.malformed("a chunk begins with its size in hexadecimal digits");
        }
        while (i < to) {
            i = extension(bytes, i, to);
        }
        return size;
    }

    private static int extension(byte[] bytes, int from, int to) throws BadMessage {
        int i = blanks(bytes, from, to);
        if (i == to || bytes[i] != ';') {
            throw BadMessage.malformed("only an extension may follow a chunk's size");
        }
        i = token(bytes, blanks(bytes, i + 1, to), to);
        int equals = blanks(bytes, i, to);
        if (equals < to && bytes[equals] == '=') {
            int value = blanks(bytes, equals + 1, to);
            return value < to && bytes[value] == '"' ? quoted(bytes, value + 1, to) : token(bytes, value, to);
        }
        return i;
    }

    private static int blanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && Ascii.blank(bytes[i])) {
            i++;
        }
        return i;
    }

    private static int token(byte[] bytes, int from, int to) throws BadMessage {
        int i = from;
        while (i < to && Ascii.token(bytes[i])) {
            i++;
        }
        if (i == from) {
            throw BadMessage.malformed("a chunk's extension is a name, or a name and a value");
        }
        return i;
    }

    private static int quoted(byte[] bytes, int from, int to) throws BadMessage {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                return i + 1;
            }
            if (bytes[i] == '\\') {
                i++;
            }
        }
        throw BadMessage.malformed("a quoted value in a chunk's extension does not end");
    }
}
