package ringside.net;

import java.nio.charset.StandardCharsets;

/** What HTTP's grammar says of single bytes, and text over ranges of bytes (RFC 9110 §5.6). */
final class Ascii {
    private static final boolean[] TOKEN = table("!#$%&'*+-.^_`|~", true);
    private static final boolean[] REG_NAME = table("-._~%!$&'()*+,;=", true);

    private Ascii() {}

    private static boolean[] table(String marks, boolean lettersAndDigits) {
        var table = new boolean[256];
        marks.chars().forEach(c -> table[c] = true);
        for (int c = 0; c < 128 && lettersAndDigits; c++) {
            table[c] |= (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return table;
    }

    /** Whether a byte may stand in a token, such as a method or a field name. */
    static boolean token(byte b) {
        return TOKEN[b & 0xff];
    }

    /** Whether a byte may stand in a registered name (RFC 3986 §3.2.2). */
    static boolean regName(byte b) {
        return REG_NAME[b & 0xff];
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** The value of a hexadecimal digit, or a number above 15 for any other byte. */
    static int hex(byte b) {
        if (digit(b)) {
            return b - '0';
        }
        int letter = (b | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : 16;
    }

    /** Whether a range equals a text given in lower case, whatever its own case. */
    static boolean same(byte[] bytes, int from, int to, byte[] lower) {
        if (to - from != lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            if (lower(bytes[from + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether two ranges of one array are equal, whatever their case. */
    static boolean same(byte[] bytes, int from, int to, int otherFrom, int otherTo) {
        if (to - from != otherTo - otherFrom) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (lower(bytes[from + i]) != lower(bytes[otherFrom + i])) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
