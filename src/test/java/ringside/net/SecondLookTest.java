package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** What passes the proxy is what the client meant, to the eyes of another reader; what can be read in two ways does not pass. */
@Timeout(240)
class SecondLookTest {
    private static final int TRIALS = 1500;

    /** Methods, codings and expectations that are understood and not granted. */
    private static final List<Integer> NOT_GRANTED = List.of(417, 501);

    @RegisterExtension
    final Opened opened = new Opened();

    private final LinkedBlockingQueue<String> passed = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void passesNearlyRightRequestsOnAsTheyWereMeantOrNotAtAll(long seed) throws Exception {
        var requests = new AnyRequest(seed);
        var world = world();
        for (int i = 0; i < TRIALS; i++) {
            check(world, requests.next());
        }
    }

    @Test
    void holdsForEveryByteInEveryPlace() throws Exception {
        var world = world();
        var head = "PUT http://a.b:80/c?d HTTP/1.1\r\nHost: a.b\r\nX-E: f\r\nTransfer-Encoding: chunked\r\n\r\n";
        var request = head + "1;g=h;i=\"j\"\r\nk\r\n0\r\nL: m\r\n\r\n";
        var bytes =
                new ArrayList<>(List.of('\0', '\t', '\n', '\r', ' ', '"', '%', ',', ':', ';', '=', '\u0080', '\u00ff'));
        for (int place = 0; place < request.length(); place++) {
            for (char c : bytes) {
                check(world, request.substring(0, place) + c + request.substring(place));
                check(world, request.substring(0, place) + c + request.substring(place + 1));
            }
        }
    }

    private LiveWorld world() throws IOException {
        var backend = new Backend((head, in, out) -> {
            passed.add(head + body(head, in));
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            return true;
        });
        var scenario = Scenario.of(ServerSpec.named("S").at(backend.address())).with(Duration.ofSeconds(5));
        return opened.open(scenario, LiveOptions.anywhere().forAnyHost());
    }

    private static String body(String head, InputStream in) throws IOException {
        if (head.contains("\r\nTransfer-Encoding: chunked\r\n")) {
            var body = new StringBuilder();
            while (!(body.toString().endsWith("\r\n\r\n")
                    && SecondLook.at(head + body).isPresent())) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("closed within a body");
                }
                body.append((char) b);
            }
            return body.toString();
        }
        int at = head.indexOf("\r\nContent-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 18, head.indexOf('\r', at + 18)));
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("closed within a body");
        }
        return Raw.latin(body);
    }

    private void check(LiveWorld world, String request) throws Exception {
        passed.clear();
        var meant = meant(request);
        try (var raw = Raw.to(world)) {
            raw.send(request);
            raw.socket().shutdownOutput();
            var all = raw.rest();
            int status = all.length() > 12 ? Integer.parseInt(all.substring(9, 12)) : 0;
            if (NOT_GRANTED.contains(status)) {
                assertThat(passed).as(shown(request)).isEmpty();
                return;
            }
            assertThat(status == 200)
                    .as("%s is passed on: %s", shown(request), shown(all))
                    .isEqualTo(meant.isPresent());
        }
        if (meant.isPresent()) {
            var got = passed.poll(20, TimeUnit.SECONDS);
            assertThat(SecondLook.at(got == null ? "" : got).map(SecondLookTest::withoutHost))
                    .as("%s became %s", shown(request), got)
                    .isEqualTo(meant.map(SecondLookTest::withoutHost));
        }
    }

    /** One empty line may come before a request (RFC 9112 §2.2). */
    private static Optional<SecondLook> meant(String request) {
        return SecondLook.at(request.startsWith("\r\n") ? request.substring(2) : request);
    }

    /** A request that names no host gets the server's own. */
    private static SecondLook withoutHost(SecondLook look) {
        return look.authority().isEmpty() || look.authority().startsWith("127.0.0.1:")
                ? new SecondLook(look.method(), look.target(), "", look.body())
                : look;
    }

    private static String shown(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }
}
