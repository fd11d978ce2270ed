package ringside.engine.hash;

/** Text as UTF-8 in a buffer that is used over and over, so that hashing a key allocates nothing. For one thread. */
public final class Utf8 {
    private char[] characters = new char[64];
    private byte[] bytes = new byte[64];
    private int length;

    /** Holds this text from now on; a surrogate without its other half becomes {@code ?}, as in the JDK. */
    public Utf8 hold(String text) {
        int most = Math.multiplyExact(3, text.length());
        if (bytes.length < most) {
            bytes = new byte[most];
            characters = new char[text.length()];
        }
        if (!copied(text)) {
            encode(text);
        }
        return this;
    }

    /** Whether all of it is ASCII, and so is held now. */
    private boolean copied(String text) {
        /*
         * Asking a text for all its characters beats asking for each. They are written eight at a time, because a hash
         * reads them so: a processor that reads back at once what it wrote in smaller pieces has to wait for them.
         */
        length = text.length();
        text.getChars(0, length, characters, 0);
        int bits = 0;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            LittleEndian.putLong(bytes, at, four(at) | (four(at + 4) << 32));
            bits |= bitsOfFour(at) | bitsOfFour(at + 4);
        }
        for (; at < length; at++) {
            bytes[at] = (byte) characters[at];
            bits |= characters[at];
        }
        return bits < 0x80;
    }

    private long four(int at) {
        return characters[at]
                | (characters[at + 1] << 8)
                | (characters[at + 2] << 16)
                | ((long) characters[at + 3] << 24);
    }

    private int bitsOfFour(int at) {
        return characters[at] | characters[at + 1] | characters[at + 2] | characters[at + 3];
    }

    private void encode(String text) {
        length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xc0 | (c >> 6));
                putRest(c);
            } else if (!Character.isSurrogate(c)) {
                put(0xe0 | (c >> 12));
                putRest(c >> 6);
                putRest(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                put(0xf0 | (point >> 18));
                putRest(point >> 12);
                putRest(point >> 6);
                putRest(point);
            } else {
                put('?');
            }
        }
    }

    private void put(int value) {
        bytes[length++] = (byte) value;
    }

    private void putRest(int sixBits) {
        put(0x80 | (sixBits & 0x3f));
    }

    /** The buffer; what lies beyond {@link #length()} is left over from earlier texts. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes of the buffer are the text. */
    public int length() {
        return length;
    }
}
