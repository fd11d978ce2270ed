package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.engine.Vectors;
import ringside.engine.hash.Utf8;

class HashFunctionTest {
    private final Utf8 utf8 = new Utf8();

    @Test
    void agreesWithTheRecordedHashes() {
        assertThat(Vectors.rows("misc/raw_hashes.csv")).hasSize(67).allSatisfy(row -> {
            utf8.hold(row.getFirst());
            assertThat(Integer.toUnsignedString(HashFunction.CRC32.of(utf8))).isEqualTo(row.get(1));
            assertThat(Integer.toUnsignedString(HashFunction.SDBM.of(utf8))).isEqualTo(row.get(2));
            assertThat(Integer.toUnsignedString(HashFunction.DJB2.of(utf8))).isEqualTo(row.get(3));
            assertThat(Integer.toUnsignedString(HashFunction.WT6.of(utf8))).isEqualTo(row.get(4));
        });
    }
}
