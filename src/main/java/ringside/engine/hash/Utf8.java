package ringside.engine.hash;

import java.util.Arrays;

/** Text as UTF-8 in a buffer that is used over and over, so that hashing a key allocates nothing. For one thread. */
public final class Utf8 {
    private byte[] bytes = new byte[64];
    private int length;

    /** Holds this text from now on; a surrogate without its other half becomes {@code ?}, as in the JDK. */
    public Utf8 hold(CharSequence text) {
        int most = Math.multiplyExact(3, text.length());
        if (bytes.length < most) {
            bytes = Arrays.copyOf(bytes, most);
        }
        length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                put(0xc0 | (c >> 6), c);
            } else if (!Character.isSurrogate(c)) {
                put(0xe0 | (c >> 12), c >> 6, c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                put(0xf0 | (point >> 18), point >> 12, point >> 6, point);
            } else {
                bytes[length++] = '?';
            }
        }
        return this;
    }

    private void put(int lead, int... rest) {
        bytes[length++] = (byte) lead;
        for (int part : rest) {
            bytes[length++] = (byte) (0x80 | (part & 0x3f));
        }
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
