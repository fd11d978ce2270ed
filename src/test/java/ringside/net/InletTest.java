package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class InletTest {
    @Test
    void growsOnlyWhenAPeerFillsIt() throws Exception {
        try (var watchdog = new Watchdog();
                var port = Ports.from(0);
                var peer = SocketChannel.open(Loopback.at(Ports.of(port)));
                var wire = Wire.over(port.accept(), watchdog)) {
            var in = new Inlet(wire);
            peer.socket().getOutputStream().write(numbered(2000));
            filled(in, 2000);
            assertThat(in.bytes()).hasSize(2048);

            in.skip(1900);
            peer.socket().getOutputStream().write(numbered(5000));
            filled(in, 5100);
            assertThat(in.bytes()).hasSize(8192);
            assertThat(Raw.latin(in.bytes()).substring(in.from(), in.to()))
                    .isEqualTo(Raw.latin(numbered(2000)).substring(1900) + Raw.latin(numbered(5000)));

            in.skip(5100);
            peer.socket().getOutputStream().write(numbered(10_000));
            filled(in, 10_000);
            assertThat(Raw.latin(in.bytes()).substring(in.from(), in.to())).isEqualTo(Raw.latin(numbered(10_000)));
        }
    }

    private static void filled(Inlet in, int wanted) throws Exception {
        while (in.available() < wanted) {
            assertThat(in.fill()).isTrue();
        }
    }

    private static byte[] numbered(int count) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < count; i++) {
            text.append(i).append(' ');
        }
        return Ascii.bytes(text.substring(0, count));
    }
}
