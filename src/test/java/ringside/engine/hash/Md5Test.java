package ringside.engine.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class Md5Test {
    private final Md5 md5 = new Md5();

    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "a, 0cc175b9c0f1b6a831c399e269772661",
        "abc, 900150983cd24fb0d6963f7d28e17f72",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, d174ab98d277d9f5a5611c2c9f419d9f",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " 57edf4a22be3c955ac49da2e2107b67a"
    })
    void digestsTheSuiteOfRfc1321(String text, String digest) {
        assertThat(hex(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(digest);
    }

    @Test
    void agreesWithTheRecordedDigests() {
        assertThat(Vectors.rows("misc/raw_hashes.csv"))
                .hasSize(67)
                .allSatisfy(row -> assertThat(hex(row.getFirst().getBytes(StandardCharsets.US_ASCII)))
                        .isEqualTo(row.getLast()));
    }

    @Test
    void agreesWithTheJdkAtEveryLengthAroundTheBlocks() {
        Trials.of(300, random -> {
            var bytes = new byte[random.nextInt(260)];
            random.nextBytes(bytes);
            assertThat(hex(bytes)).isEqualTo(jdk(bytes));
        });
    }

    private String hex(byte[] bytes) {
        md5.digest(bytes, bytes.length);
        return HexFormat.of().toHexDigits(md5.high()) + HexFormat.of().toHexDigits(md5.low());
    }

    private static String jdk(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
