package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9001", "127.255.0.3:1", "localhost:65535", "[::1]:8081"})
    void reachesLoopback(String address) {
        assertThat(Reach.THIS_MACHINE.check(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1:80",
                "0.0.0.0:80",
                "127.1:80",
                "127.0.0.256:80",
                "2130706433:80",
                "example.com:80",
                "localhost.example.com:80",
                "[::]:80",
                "[::ffff:127.0.0.1]:80"
            })
    void reachesNoFurtherUnlessAsked(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reach.THIS_MACHINE.check(address))
                .withMessage(address + " is beyond loopback, and traffic is kept on this machine;"
                        + " write 127.0.0.1:80, or start with --allow-remote");
        assertThat(Reach.ANYWHERE.check(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", ":80", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:-1", "a b:80", "http://a:80"})
    void wantsHostAndPort(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reach.ANYWHERE.check(address))
                .withMessage(address + " is no address; write host:port, such as 127.0.0.1:9001");
    }

    @Test
    void wantsAPortThatExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reach.ANYWHERE.check("127.0.0.1:0"))
                .withMessage("port 0 is out of range; a port is 1 to 65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reach.ANYWHERE.check("127.0.0.1:65536"))
                .withMessage("port 65536 is out of range; a port is 1 to 65535");
    }
}
