package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get from the proxy when something is wrong. */
@Timeout(60)
class ProxyFailuresTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not HTTP at all\r\n\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
                "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void answers502ForWhatIsNotHttp(String answer) throws Exception {
        var backend = Backend.answering(answer);
        try (var raw = Raw.to(opened.before(backend))) {
            var got = raw.send(GET).answer();

            assertThat(got.status()).isEqualTo(502);
            assertThat(got.field("X-Ringside-Server")).isEqualTo("S0");
            assertThat(got.body()).isEqualTo("502 Bad Gateway: S0 answered with something that is not HTTP\n");
        }
    }

    @Test
    void answers504WhenTheServerDoesNot() throws Exception {
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(opened.before(Limits.usual(), Duration.ofMillis(50), backend))) {
            var answer = raw.send(GET).answer();

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).contains("S0 did not answer in time");
            assertThat(raw.send(GET).answer().status()).isEqualTo(504);
        }
    }

    @Test
    void answers408ToAHeadThatDoesNotCome() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofMillis(50), Duration.ofSeconds(5));
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), Backend.answering(OK)))) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: loc").answer().status())
                    .isEqualTo(408);
            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void answers408ToABodyThatDoesNotCome() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(50));
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");

            assertThat(raw.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void answers408ToABodyThatDripsSlowerThanIsAllowed() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(200));
        var backend = new Backend((_, in, _) -> {
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        });
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
            Eventually.holds("an answer comes although more is dripping in", () -> dripsUntilAnswered(raw));

            assertThat(raw.answer().status()).isEqualTo(408);
        }
    }

    private static boolean dripsUntilAnswered(Raw raw) {
        try {
            if (raw.in().available() == 0) {
                raw.send("x");
                LockSupport.parkNanos(20_000_000);
            }
            return raw.in().available() > 0;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void closesAConnectionThatAsksForNothing() throws Exception {
        var limits = Limits.usual().idling(Duration.ofMillis(50));
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), Backend.answering(OK)))) {
            raw.send(GET).answer();

            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void answers421ForForeignHosts() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            var answer =
                    raw.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.field("X-Ringside-Request")).isEqualTo("1");
        }
        assertThat(backend.heads()).isEmpty();
    }

    @Test
    void closesAfterARefusalWhateverFollows() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + GET);

            assertThat(raw.answer().status()).isEqualTo(400);
            assertThat(raw.rest()).isEmpty();
        }
        assertThat(backend.heads()).isEmpty();
    }

    @Test
    void triesAFreshConnectionWhenARestedOneWasClosed() throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, OK);
            return false;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            for (int i = 0; i < 20; i++) {
                assertThat(raw.send(GET).answer().status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GET, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"})
    void takesForAnAnswerNothingThatCameUnasked(String next) throws Exception {
        var answered = new CountDownLatch(1);
        var strayed = new CountDownLatch(1);
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, OK);
            if (strayed.getCount() > 0) {
                wait(answered);
                Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray");
                strayed.countDown();
            }
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(GET).answer();
            long since = System.nanoTime();
            answered.countDown();
            strayed.await();
            Eventually.holds("the connection has rested", () -> System.nanoTime() - since > 5_000_000);

            assertThat(raw.send(next).answer().body()).isEqualTo("ok");
        }
        assertThat(backend.connections()).isEqualTo(2);
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    @Test
    void sendsAnIdempotentRequestElsewhereWhenAServerClosesWithoutAnAnswer() throws Exception {
        var closing = new Backend((_, _, _) -> false);
        var good = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(closing, good))) {
            assertThat(raw.send(GET).answer().field("X-Ringside-Server")).isEqualTo("S1");
            raw.send("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");
            raw.answer();
        }
        assertThat(closing.heads()).isNotEmpty();
    }

    @Test
    void neverSendsAPostTwice() throws Exception {
        var closing = new Backend((_, _, _) -> false);
        var good = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(closing, good))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");

            assertThat(raw.answer().status()).isEqualTo(502);
        }
        assertThat(closing.heads()).hasSize(1);
        assertThat(good.heads()).isEmpty();
    }

    @Test
    void sendsAPostElsewhereWhenTheConnectionIsRefused() throws Exception {
        var gone = Backend.answering(OK);
        var good = new Backend((_, in, out) -> {
            in.readNBytes(4);
            Backend.write(out, OK);
            return true;
        });
        var world = opened.before(gone, good);
        gone.close();
        try (var raw = Raw.to(world)) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");

            assertThat(raw.answer().field("X-Ringside-Server")).isEqualTo("S1");
        }
    }

    @Test
    void answers503WhenEveryServerRefuses() throws Exception {
        var gone = Backend.answering(OK);
        var world = opened.before(gone);
        gone.close();

        assertThat(Raw.get(world, "/").status()).isEqualTo(503);
    }
}
