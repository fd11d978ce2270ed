package ringside.config.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers and texts as bytes.
 *
 * <p>A number, 0 or more, takes a byte for every seven of its bits, the lowest first; all bytes but the last have their
 * highest bit set (LEB128). A text is the number of the equal one before it, counted from 1; or 0, the length of its UTF-8
 * and that.
 */
final class NumberWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new HashMap<>();

    void number(long number) {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes.write((int) rest | 0x80);
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        int known = texts.getOrDefault(text, 0);
        number(known);
        if (known == 0) {
            texts.put(text, texts.size() + 1);
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
