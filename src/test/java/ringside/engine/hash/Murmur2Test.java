package ringside.engine.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.engine.Vectors;

class Murmur2Test {
    private final Utf8 utf8 = new Utf8();

    @Test
    void agreesWithTheRecordedHashes() {
        assertThat(Vectors.rows("misc/raw_hashes.csv"))
                .hasSize(67)
                .allSatisfy(row -> assertThat(
                                Long.toUnsignedString(Murmur2.of(utf8.hold(row.getFirst()), Murmur2.STANDARD_SEED)))
                        .isEqualTo(row.get(8)));
    }

    @Test
    void takesBytesAsUnsigned() {
        // what std::hash of g++ 12 makes of these bytes
        assertThat(Murmur2.of(new byte[] {-1, -2, -3}, 3, Murmur2.STANDARD_SEED))
                .isEqualTo(0xa1fc41df7d29b44dL);
    }
}
