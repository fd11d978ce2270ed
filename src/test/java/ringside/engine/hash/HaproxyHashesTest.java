package ringside.engine.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.engine.Vectors;

class HaproxyHashesTest {
    private final Utf8 utf8 = new Utf8();

    @Test
    void agreeWithTheRecordedOnes() {
        assertThat(Vectors.rows("misc/raw_hashes.csv")).hasSize(67).allSatisfy(row -> {
            utf8.hold(row.getFirst());
            assertThat(Integer.toUnsignedString(Sdbm.of(utf8))).isEqualTo(row.get(2));
            assertThat(Integer.toUnsignedString(Djb2.of(utf8))).isEqualTo(row.get(3));
            assertThat(Integer.toUnsignedString(Wt6.of(utf8))).isEqualTo(row.get(4));
            assertThat(Integer.toUnsignedString(Avalanche.of(Sdbm.of(utf8)))).isEqualTo(row.get(5));
        });
    }

    @Test
    void hashNumbersToTheKnownOnes() {
        assertThat(Integer.toUnsignedString(Avalanche.of(0))).isEqualTo("2874071335");
        assertThat(Integer.toUnsignedString(Avalanche.of(1))).isEqualTo("881230262");
        assertThat(Integer.toUnsignedString(Avalanche.of(4096))).isEqualTo("1237450891");
    }
}
