package ringside.config.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link NumberWriter} wrote; each method throws {@link IllegalArgumentException} where that is not there. */
final class NumberReader {
    private static final int MOST_TEXTS = 1_000_000;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LAST_SHIFT = 56;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int at;

    NumberReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number of 0 to this many. */
    long number(String what, long most) {
        long number = 0;
        byte next = -1;
        for (int shift = 0; next < 0 && shift <= LAST_SHIFT; shift += 7) {
            if (at == bytes.length) {
                throw new IllegalArgumentException("this ends where " + what + " should stand");
            }
            next = bytes[at++];
            number |= (next & 0x7fL) << shift;
        }
        if (next < 0 || number > most) {
            throw new IllegalArgumentException(
                    what + " that ends at byte " + at + " is too large; it is " + most + " at most");
        }
        return number;
    }

    String text() {
        int known = (int) number("a text", texts.size());
        if (known > 0) {
            return texts.get(known - 1);
        }
        int length = (int) number("a text's length", LONGEST_TEXT);
        if (length > bytes.length - at || texts.size() == MOST_TEXTS) {
            throw new IllegalArgumentException(
                    "the text at byte " + at + " is beyond the end, or one more than " + MOST_TEXTS);
        }
        texts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
        return texts.getLast();
    }

    /** Makes sure that nothing is left over. */
    void end() {
        if (at < bytes.length) {
            throw new IllegalArgumentException((bytes.length - at) + " bytes are left over at the end");
        }
    }
}
