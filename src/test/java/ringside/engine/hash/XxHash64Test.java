package ringside.engine.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.engine.Vectors;

class XxHash64Test {
    private final Utf8 utf8 = new Utf8();

    @Test
    void hashesNothingToThePublishedNumber() {
        assertThat(XxHash64.of(utf8.hold(""), 0)).isEqualTo(0xef46db3751d8e999L);
    }

    @Test
    void agreesWithTheRecordedHashesByEitherSeed() {
        assertThat(Vectors.rows("misc/raw_hashes.csv")).hasSize(67).allSatisfy(row -> {
            utf8.hold(row.getFirst());
            assertThat(Long.toUnsignedString(XxHash64.of(utf8, 0))).isEqualTo(row.get(6));
            assertThat(Long.toUnsignedString(XxHash64.of(utf8, 1))).isEqualTo(row.get(7));
        });
    }
}
