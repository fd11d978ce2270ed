package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.30.255, 0a141eff",
        "0.0.0.0, 00000000",
        "2001:db8::1, 20010db8000000000000000000000001",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        "fea0:5a37:2a61:6ad3:2bdc:19ac:4c52:611d, fea05a372a616ad32bdc19ac4c52611d",
        "::ffff:10.0.0.1, 00000000000000000000ffff0a000001",
        "1:2:3:4:5:6:10.0.0.1, 0001000200030004000500060a000001",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000"
    })
    void readsTheBytesOfAnAddress(String text, String hex) {
        assertThat(HexFormat.of().formatHex(Address.bytesOf(text))).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unix:",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0.1",
                "10.0..1",
                "10.0.0.+1",
                "localhost",
                ":",
                ":1",
                "1:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::1",
                "::1:",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4::5:6:7:8",
                "10.0.0.1::"
            })
    void readsNothingFromWhatIsNoAddress(String text) {
        assertThat(Address.bytesOf(text)).isEmpty();
    }
}
