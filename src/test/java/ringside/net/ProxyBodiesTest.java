package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies pass through the proxy, in both directions. */
@Timeout(60)
class ProxyBodiesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @Test
    void unwrapsChunksAndWrapsThemAnewWithWhatFollowsThem() throws Exception {
        var backend = new Backend((_, in, out) -> {
            var body = new StringBuilder();
            while (!body.toString().endsWith("\r\n\r\n")) {
                body.append((char) in.read());
            }
            var all = body.toString().replace("\r\n", "|");
            Backend.write(
                    out,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(all.length())
                            + ";x=\"y\"\r\n" + all + "\r\n000\r\nX-Sum:  7 \r\nSet-Cookie: no\r\n\r\n");
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(CHUNKED + "005 ; a=b\r\nhello\r\n0\r\nX-Sum:\t9\r\nAuthorization: no\r\n\r\n");
            var answer = raw.answer();

            assertThat(answer.body()).isEqualTo("5|hello|0|X-Sum: 9||");
            assertThat(answer.trailers()).isEqualTo("X-Sum: 7\n");
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
        try (var raw = Raw.to(opened.before(backend))) {
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
            assertThat(Raw.latin(in.readNBytes(4))).isEqualTo("body");
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
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
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            var answer = raw.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.field("Connection")).isEqualTo("close");
        }
    }

    @Test
    void chunksABodyThatEndsWithTheConnection() throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.0 200 OK\r\n\r\nall of it");
            return false;
        });
        try (var raw = Raw.to(opened.before(backend))) {
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
        try (var raw = Raw.to(opened.before(backend))) {
            var all = raw.send(GET).rest();

            assertThat(all).endsWith("(reset)").doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void answers413ToABodyBeyondTheLimit() throws Exception {
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        var world = opened.before(Limits.usual().bodiesUpTo(10), Duration.ofSeconds(5), backend);
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
        try (var raw = Raw.to(opened.before(echo))) {
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
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
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
        return (byte) (place / 4);
    }

    private static void skipHead(InputStream in) throws IOException {
        for (int matched = 0; matched < 4; ) {
            int b = in.read();
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
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
        var world = opened.before(backend);
        try (var raw = Raw.to(world)) {
            raw.send(GET);
            assertThat(raw.in().readNBytes(100)).hasSize(100);
        }

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
