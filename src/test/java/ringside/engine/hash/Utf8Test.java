package ringside.engine.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.engine.Trials;

class Utf8Test {
    private final Utf8 utf8 = new Utf8();

    @Test
    void writesOneToFourBytesForACharacter() {
        assertThat(bytes("aé日😀")).containsExactly(0x61, 0xc3, 0xa9, 0xe6, 0x97, 0xa5, 0xf0, 0x9f, 0x98, 0x80);
    }

    @Test
    void writesTheFirstAndTheLastOfEachLength() {
        for (int point : new int[] {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff}) {
            var text = Character.toString(point);
            assertThat(bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void forgetsTheTextBefore() {
        bytes("a longer text");
        assertThat(bytes("ab")).containsExactly(0x61, 0x62);
    }

    @Test
    void agreesWithTheJdkOnAnyText() {
        Trials.of(500, random -> {
            var text = text(random);
            assertThat(bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(60); left > 0; left--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) random.nextInt(0x800));
                case 2 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                case 3 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    private byte[] bytes(String text) {
        utf8.hold(text);
        return Arrays.copyOf(utf8.bytes(), utf8.length());
    }
}
