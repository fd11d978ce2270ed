package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** The proxy in front of servers that do exactly what each test says. */
@Timeout(60)
class ProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final ArrayDeque<AutoCloseable> started = new ArrayDeque<>();

    @AfterEach
    void stop() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    private LiveWorld before(Backend... backends) {
        return before(Limits.usual(), Duration.ofSeconds(5), backends);
    }

    private LiveWorld before(Limits limits, Duration timeout, Backend... backends) {
        var specs = new ServerSpec[backends.length];
        Arrays.setAll(specs, i -> ServerSpec.named("S" + i).at(backends[i].address()));
        started.addAll(List.of(backends));
        var world = new LiveWorld(
                Scenario.of(specs).with(timeout), LiveOptions.anywhere().within(limits));
        started.push(world);
        return world;
    }

    @Test
    void writesEachRequestAnewForTheServer() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(before(backend))) {
            raw.send("GET http://LOCALHOST/a?b=c HTTP/1.1\r\nhost:localhost\r\nX-Kept:  some value \r\n"
                    + "Connection: keep-alive, X-Hop\r\nX-Hop: secret\r\nKeep-Alive: 5\r\nTE: trailers\r\n"
                    + "Upgrade: h2c\r\nProxy-Authorization: me\r\nX-Forwarded-For: 9.9.9.9\r\n"
                    + "X-Forwarded-Proto: https\r\nX-Ringside-Client: guess 10.0.0.1\r\nVia: 1.0 other\r\n\r\n");
            raw.answer();
        }

        assertThat(backend.heads().getFirst().split("\r\n"))
                .containsExactly(
                        "GET /a?b=c HTTP/1.1",
                        "Host: LOCALHOST",
                        "X-Kept: some value",
                        "Via: 1.0 other, 1.1 ringside",
                        "X-Forwarded-For: 9.9.9.9, 127.0.0.1",
                        "X-Forwarded-Host: LOCALHOST",
                        "X-Forwarded-Proto: http",
                        "X-Ringside-Request: 1");
    }

    @Test
    void writesEachAnswerAnewForTheClient() throws Exception {
        var backend = Backend.answering("HTTP/1.1 299 So So\r\nContent-Length: 2\r\nConnection: X-Hop\r\nX-Hop: 1\r\n"
                + "Keep-Alive: 5\r\nX-Ringside-Server: liar\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nok");
        try (var raw = Raw.to(before(backend))) {
            var answer = raw.send(GET).answer();

            assertThat(answer.head().split("\r\n"))
                    .containsExactly(
                            "HTTP/1.1 299 So So",
                            "Set-Cookie: a",
                            "Set-Cookie: b",
                            "Content-Length: 2",
                            "Via: 1.1 ringside",
                            "X-Ringside-Request: 1",
                            "X-Ringside-Server: S0");
            assertThat(answer.body()).isEqualTo("ok");
        }
    }

    @Test
    void keepsBothConnectionsForTheNextRequest() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(before(backend))) {
            for (int i = 1; i <= 5; i++) {
                assertThat(raw.send(GET).answer().field("X-Ringside-Request")).isEqualTo("" + i);
            }
        }

        assertThat(backend.connections()).isEqualTo(1);
    }

    @Test
    void answersPipelinedRequestsInOrder() throws Exception {
        var backend = new Backend((head, _, out) -> {
            var path = head.substring(head.indexOf("/") + 1, head.indexOf("/") + 2);
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + path);
            return true;
        });
        try (var raw = Raw.to(before(backend))) {
            raw.send(
                    "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0"
                            + "\r\n\r\n\r\nGET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.answer().body() + raw.answer().body() + raw.answer().body())
                    .isEqualTo("123");
        }
    }

    @Test
    void unwrapsChunksAndWrapsThemAnew() throws Exception {
        var backend = new Backend((_, in, out) -> {
            var body = new StringBuilder();
            while (!body.toString().endsWith("0\r\n\r\n")) {
                body.append((char) in.read());
            }
            var all = body.toString().replace("\r\n", "|");
            Backend.write(
                    out,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(all.length())
                            + ";x=\"y\"\r\n" + all + "\r\n000\r\nX-Trailer: gone\r\n\r\n");
            return true;
        });
        try (var raw = Raw.to(before(backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n005 ; a=b\r\nhello\r\n"
                    + "0\r\nX-Trailer: gone\r\n\r\n");
            var answer = raw.answer();

            assertThat(answer.body()).isEqualTo("5|hello|0||");
            assertThat(raw.send(GET.replace("GET", "POST")
                                    .replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                            .answer()
                            .body())
                    .isEqualTo("0||");
        }
        assertThat(backend.heads().getFirst())
                .contains("Transfer-Encoding: chunked")
                .doesNotContain("Trailer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n",
                " 5\r\nhello\r\n",
                "-5\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhelloo\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n",
                "5;\r\nhello\r\n0\r\n\r\n",
                "5 x\r\nhello\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "0\r\nContent-Length: 1\r\n\r\n",
                "0\r\n x: y\r\n\r\n",
                "0\r\nx y: z\r\n\r\n",
                "5;a=\"b\r\nhello\r\n"
            })
    void refusesBrokenChunks(String chunks) throws Exception {
        var complete = new AtomicInteger();
        var backend = new Backend((_, in, _) -> {
            in.transferTo(OutputStream.nullOutputStream());
            complete.incrementAndGet();
            return false;
        });
        try (var raw = Raw.to(before(backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

            assertThat(raw.answer().status()).isEqualTo(400);
            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void letsTheServerAskForTheBody() throws Exception {
        var backend = new Backend((head, in, out) -> {
            assertThat(head).contains("Expect: 100-continue");
            Backend.write(out, "HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(new String(in.readNBytes(4))).isEqualTo("body");
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(before(backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(raw.answer().status()).isEqualTo(100);

            assertThat(raw.send("body").answer().body()).isEqualTo("ok");
        }
    }

    @Test
    void passesOnARefusalThatComesBeforeTheBody() throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.1 413 Too Much\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return false;
        });
        try (var raw = Raw.to(before(backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            var answer = raw.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.field("Connection")).isEqualTo("close");
        }
    }

    @Test
    void tellsHeadTheLengthButSendsNoBody() throws Exception {
        var backend = Backend.answering("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n");
        try (var raw = Raw.to(before(backend))) {
            var head = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n";

            assertThat(raw.send(head).answer(true).field("Content-Length")).isEqualTo("17");
            assertThat(raw.send(head).answer(true).status()).isEqualTo(200);
        }
        assertThat(backend.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"204 No Content", "304 Not Modified"})
    void knowsAnswersThatHaveNoBody(String status) throws Exception {
        try (var raw = Raw.to(before(Backend.answering("HTTP/1.1 " + status + "\r\n\r\n")))) {
            assertThat(raw.send(GET).answer().head()).startsWith("HTTP/1.1 " + status);
            assertThat(raw.send(GET).answer().head()).doesNotContain("Transfer-Encoding");
        }
    }

    @Test
    void speaksHttp10WithThoseWhoDo() throws Exception {
        var backend = Backend.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        var world = before(backend);
        try (var raw = Raw.to(world)) {
            var all = raw.send("GET / HTTP/1.0\r\n\r\n").rest();

            assertThat(all).endsWith("Connection: close\r\n\r\nok").doesNotContain("chunked");
        }
        assertThat(backend.heads().getFirst()).startsWith("GET / HTTP/1.1\r\nHost: " + backend.address() + "\r\n");
    }

    @Test
    void keepsAnHttp10ConnectionThatAsksForIt() throws Exception {
        try (var raw = Raw.to(before(Backend.answering(OK)))) {
            var request = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";

            assertThat(raw.send(request).answer().field("Connection")).isEqualTo("keep-alive");
            assertThat(raw.send(request).answer().body()).isEqualTo("ok");
        }
    }

    @Test
    void chunksABodyThatEndsWithTheConnection() throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.0 200 OK\r\n\r\nall of it");
            return false;
        });
        try (var raw = Raw.to(before(backend))) {
            assertThat(raw.send(GET).answer().body()).isEqualTo("all of it");
            assertThat(raw.send(GET).answer().body()).isEqualTo("all of it");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello",
            })
    void neverMakesABrokenAnswerLookWhole(String part) throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, part);
            return false;
        });
        try (var raw = Raw.to(before(backend))) {
            var all = raw.send(GET).rest();

            assertThat(all).endsWith("(reset)").doesNotContain("\r\n0\r\n");
        }
    }

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
        try (var raw = Raw.to(before(backend))) {
            var got = raw.send(GET).answer();

            assertThat(got.status()).isEqualTo(502);
            assertThat(got.field("X-Ringside-Server")).isEqualTo("S0");
            assertThat(got.body()).isEqualTo("502 Bad Gateway: S0 answered with something that is not HTTP\n");
        }
    }

    @Test
    void answers504WhenTheServerDoesNot() throws Exception {
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(before(Limits.usual(), Duration.ofMillis(50), backend))) {
            var answer = raw.send(GET).answer();

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).contains("S0 did not answer in time");
            assertThat(raw.send(GET).answer().status()).isEqualTo(504);
        }
    }

    @Test
    void answers408ToAHeadThatDoesNotCome() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofMillis(50), Duration.ofSeconds(5));
        try (var raw = Raw.to(before(limits, Duration.ofSeconds(5), Backend.answering(OK)))) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: loc").answer().status())
                    .isEqualTo(408);
            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void answers408ToABodyThatDoesNotCome() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(50));
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(before(limits, Duration.ofSeconds(5), backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");

            assertThat(raw.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void closesAConnectionThatAsksForNothing() throws Exception {
        var limits = Limits.usual().idling(Duration.ofMillis(50));
        try (var raw = Raw.to(before(limits, Duration.ofSeconds(5), Backend.answering(OK)))) {
            raw.send(GET).answer();

            assertThat(raw.rest()).isEmpty();
        }
    }

    @Test
    void answers413ToABodyBeyondTheLimit() throws Exception {
        var world = before(Limits.usual().bodiesUpTo(10), Duration.ofSeconds(5), Backend.answering(OK));
        try (var raw = Raw.to(world)) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n");
            assertThat(raw.answer().status()).isEqualTo(413);
        }
        try (var raw = Raw.to(world)) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n");
            assertThat(raw.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void answers421ForForeignHosts() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(before(backend))) {
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
        try (var raw = Raw.to(before(backend))) {
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
        try (var raw = Raw.to(before(backend))) {
            for (int i = 0; i < 20; i++) {
                assertThat(raw.send(GET).answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void sendsAnIdempotentRequestElsewhereWhenAServerClosesWithoutAnAnswer() throws Exception {
        var closing = new Backend((_, _, _) -> false);
        var good = Backend.answering(OK);
        try (var raw = Raw.to(before(closing, good))) {
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
        try (var raw = Raw.to(before(closing, good))) {
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
        var world = before(gone, good);
        gone.close();
        try (var raw = Raw.to(world)) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");

            assertThat(raw.answer().field("X-Ringside-Server")).isEqualTo("S1");
        }
    }

    @Test
    void answers503WhenEveryServerRefuses() throws Exception {
        var gone = Backend.answering(OK);
        var world = before(gone);
        gone.close();

        assertThat(Raw.get(world, "/").status()).isEqualTo(503);
    }

    @Test
    void streamsALargeBodyBothWays() throws Exception {
        long size = 32L << 20;
        var echo = new Backend((head, in, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
            var buffer = new byte[8192];
            for (long left = size; left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException(head);
                }
                out.write(buffer, 0, n);
                left -= n;
            }
            return true;
        });
        try (var raw = Raw.to(before(echo))) {
            var sent = new AtomicLong();
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + size + "\r\n\r\n");
            var sender = Thread.ofVirtual().start(() -> send(raw, size, sent));
            var in = raw.in();
            skipHead(in);
            var buffer = new byte[8192];
            long got = 0;
            while (got < size) {
                int n = in.read(buffer);
                assertThat(n).isPositive();
                for (int i = 0; i < n; i += 997) {
                    assertThat(buffer[i]).isEqualTo(byteAt(got + i));
                }
                got += n;
            }
            sender.join();

            assertThat(sent.get()).isEqualTo(size);
        }
    }

    @Test
    void holdsBackAServerWhoseClientDoesNotRead() throws Exception {
        var sent = new AtomicLong();
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            var block = new byte[64 * 1024];
            for (int i = 0; i < 1600; i++) {
                out.write(block);
                sent.addAndGet(block.length);
            }
            return false;
        });
        var limits = Limits.usual().writingWithin(Duration.ofMillis(300));
        try (var raw = Raw.to(before(limits, Duration.ofSeconds(5), backend))) {
            raw.socket().setReceiveBufferSize(4096);
            raw.send(GET);
            Eventually.holds("the slow reader's connection is cut", () -> isCut(backend, sent));

            assertThat(sent.get()).isLessThan(40L << 20);
        }
    }

    /** Whether no more is sent although the server would. */
    private static boolean isCut(Backend backend, AtomicLong sent) {
        long before = sent.get();
        LockSupport.parkNanos(700_000_000);
        return before > 0 && sent.get() == before && backend.connections() == 1;
    }

    @Test
    void givesUpOnAServerWhenItsClientIsGone() throws Exception {
        var ended = new CountDownLatch(1);
        var backend = new Backend((_, _, out) -> {
            try {
                Backend.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                    out.write(new byte[64 * 1024]);
                }
            } catch (SocketException e) {
                ended.countDown();
                throw e;
            }
        });
        var world = before(backend);
        try (var raw = Raw.to(world)) {
            raw.send(GET);
            assertThat(raw.in().readNBytes(100)).hasSize(100);
        }

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void send(Raw raw, long size, AtomicLong sent) {
        try {
            var block = new byte[10_000];
            while (sent.get() < size) {
                int n = (int) Math.min(block.length, size - sent.get());
                for (int i = 0; i < n; i++) {
                    block[i] = byteAt(sent.get() + i);
                }
                raw.socket().getOutputStream().write(block, 0, n);
                sent.addAndGet(n);
            }
        } catch (IOException _) {
            // the assertion on what was sent tells
        }
    }

    private static byte byteAt(long place) {
        return (byte) (place * 31 >> 7);
    }

    private static void skipHead(InputStream in) throws IOException {
        for (int matched = 0; matched < 4; ) {
            int b = in.read();
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
    }
}
