package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
    static final List<String> BEYOND = List.of(
            "169.254.169.254:80",
            "2852039166:80",
            "0xA9FEA9FE:80",
            "0xA9.0xFE.0xA9.0xFE:80",
            "0251.0376.0251.0376:80",
            "169.254.43518:80",
            "[::ffff:169.254.169.254]:80",
            "[::ffff:a9fe:a9fe]:80",
            "[fe80::1]:80",
            "[fe80::1%lo]:80",
            "10.0.0.1:80",
            "10.1:80",
            "192.168.0.1:80",
            "172.16.0.1:80",
            "0.0.0.0:80",
            "0:80",
            "[::]:80",
            "255.255.255.255:80",
            "2130706433:80",
            "127.1:80",
            "0177.0.0.1:80",
            "0x7f.1:80",
            "127.0.0.1.:80",
            "user@127.0.0.1:80",
            "127.0.0.1/@10.0.0.1:80",
            "127.0.0.1 10.0.0.1:80",
            "::1:80",
            ":80",
            "127.0.0.1",
            "127.0.0.1:0",
            "127.0.0.1:65536",
            "127.0.0.1:+80",
            "no-such-host.invalid:80");

    @ParameterizedTest
    @FieldSource("BEYOND")
    void refusesWhatLeadsBeyondThisMachineHoweverItIsSpelt(String address) {
        assertThatThrownBy(() -> Loopback.resolve(address, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the address \"" + address + "\" is refused: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8081", "127.3.2.1:8081", "localhost:8081", "[::1]:8081"})
    void takesThisMachine(String address) {
        var found = Loopback.resolve(address, false);

        assertThat(found.getAddress().isLoopbackAddress()).isTrue();
        assertThat(found.getPort()).isEqualTo(8081);
    }

    @Test
    void goesFurtherWhenItIsAllowedTo() {
        assertThat(Loopback.resolve("10.0.0.1:80", true).getAddress().getHostAddress())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void saysHowToAllowIt() {
        assertThatThrownBy(() -> Loopback.resolve("10.0.0.1:80", false)).hasMessageContaining("--allow-remote");
    }
}
