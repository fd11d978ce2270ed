package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever reads slowly is waited for, and not written down. */
@Timeout(120)
class BackPressureTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int READERS = 64;
    private static final long MOST_EACH = 64 * 1024;
    private static final long NOISE = 2 << 20;
    private static final byte[] BLOCK = new byte[64 * 1024];

    @RegisterExtension
    final Opened opened = new Opened();

    @Test
    void keepsLittleOfA100MegabytesForEachWhoDoesNotRead() throws Exception {
        var sent = new AtomicLong();
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
            for (int i = 0; i < 1600; i++) {
                out.write(BLOCK);
                sent.addAndGet(BLOCK.length);
            }
            return true;
        });
        var world = opened.before(Limits.usual().writingWithin(Duration.ofMinutes(1)), Duration.ofSeconds(30), backend);
        Raw.get(opened.before(Backend.answering("HTTP/1.1 204 No Content\r\n\r\n")), "/");
        long before = used();
        var readers = new ArrayList<Raw>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Raw.to(world).send(GET));
        }
        Eventually.holds("every way is full", () -> backend.heads().size() == READERS && stands(sent));

        assertThat(sent.get()).isLessThan((READERS * 100L) << 20);
        assertThat(used() - before).isLessThan(READERS * MOST_EACH + NOISE);
        for (var reader : readers) {
            reader.close();
        }
    }

    /** Whether nothing more has been taken for a while. */
    private static boolean stands(AtomicLong sent) {
        long before = sent.get();
        LockSupport.parkNanos(500_000_000);
        return before > 0 && sent.get() == before;
    }

    /** The bytes of the heap that are in use, when what is not has been thrown away. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @Test
    void holdsBackAClientWhoseServerDoesNotRead() throws Exception {
        var backend = new Backend((_, _, out) -> {
            while (true) {
                LockSupport.parkNanos(20_000_000);
                Backend.write(out, "");
            }
        });
        var limits = Limits.usual().writingWithin(Duration.ofMillis(500));
        var sent = new AtomicLong();
        try (var raw = Raw.to(opened.before(limits, Duration.ofMillis(500), backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n");
            var sender = Thread.ofVirtual().start(() -> sendOn(raw, sent));

            assertThat(raw.answer().status()).isEqualTo(502);
            raw.socket().close();
            sender.join();
        }
        assertThat(sent.get()).isLessThan(100L << 20);
    }

    private static void sendOn(Raw raw, AtomicLong sent) {
        try {
            while (sent.get() < 1_000_000_000) {
                raw.send(BLOCK);
                sent.addAndGet(BLOCK.length);
            }
        } catch (IOException _) {
            // the proxy has had enough
        }
    }

    @Test
    void answersManyInOneGoInOrderToASlowReader() throws Exception {
        var backend = new Backend((head, _, out) -> {
            var path = head.substring(5, head.indexOf(' ', 5));
            Backend.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
                            + (path + ".").repeat(500).substring(0, 1000));
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            var all = new StringBuilder();
            for (int i = 100; i < 400; i++) {
                all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            raw.send(all.toString());
            for (int i = 100; i < 400; i++) {
                assertThat(raw.answer().body()).startsWith(i + ".");
            }
        }
    }
}
