package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.Happening;

/** How long the proxy waits, for whom and for what. */
@Timeout(60)
class PatienceTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MANY = 100;

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n",
            })
    void closesManyWhoDripAndServesOthersMeanwhile(String begun) throws Exception {
        var limits = Limits.usual().waiting(Duration.ofMillis(400), Duration.ofMillis(400));
        var backend = new Backend((head, in, out) -> {
            if (head.startsWith("GET")) {
                Backend.write(out, OK);
                return true;
            }
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        });
        var world = opened.before(limits, Duration.ofSeconds(5), backend);
        var drips = new ArrayList<Raw>();
        for (int i = 0; i < MANY; i++) {
            drips.add(Raw.to(world).send(begun));
        }
        var left = new ArrayList<>(drips);
        Eventually.holds("all are told or closed", () -> {
            left.removeIf(PatienceTest::endedAtTheNextByte);
            LockSupport.parkNanos(20_000_000);
            return left.isEmpty();
        });
        try (var raw = Raw.to(world)) {
            assertThat(raw.send(GET).answer().status()).isEqualTo(200);
        }
        for (var drip : drips) {
            drip.close();
        }
    }

    private static boolean endedAtTheNextByte(Raw raw) {
        try {
            raw.send("G");
            return raw.in().available() > 0;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void cutsAnAnswerThatTakesLongerThanARequestMay() throws Exception {
        var gone = new CountDownLatch(1);
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            try {
                while (true) {
                    Backend.write(out, "still here ");
                    LockSupport.parkNanos(5_000_000);
                }
            } catch (IOException e) {
                gone.countDown();
                throw e;
            }
        });
        var limits = Limits.usual().answeringWithin(Duration.ofMillis(300));
        var world = opened.before(limits, Duration.ofSeconds(5), backend);
        try (var raw = Raw.to(world)) {
            assertThat(raw.send(GET).rest()).contains("still here").endsWith("(reset)");
        }
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        Eventually.holds(
                "it is written down",
                () -> Opened.happenings(world).contains(new Happening.Failed(1, Happening.Failure.TIMED_OUT, 0)));
    }

    @Test
    void answers504WhenARequestsTimeIsUpBeforeItsServerBegins() throws Exception {
        var limits = Limits.usual().answeringWithin(Duration.ofMillis(100));
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(30), backend))) {
            assertThat(raw.send(GET).answer().status()).isEqualTo(504);
        }
    }

    @Test
    void answers408WhenARequestsTimeIsUpWithinItsBody() throws Exception {
        var limits = Limits.usual().answeringWithin(Duration.ofMillis(100));
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(30), backend))) {
            raw.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf");

            assertThat(raw.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void givesEachRequestOnAConnectionItsOwnTime() throws Exception {
        var limits = Limits.usual().answeringWithin(Duration.ofMillis(400));
        var backend = new Backend((_, _, out) -> {
            LockSupport.parkNanos(100_000_000);
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 6; i++) {
                statuses.add(raw.send(GET).answer().status());
            }

            assertThat(statuses).isEqualTo(List.of(200, 200, 200, 200, 200, 200));
        }
    }

    @Test
    void cutsAServerThatPausesWithinItsAnswer() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(100));
        var backend = new Backend((_, in, out) -> {
            Backend.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            return in.read() >= 0;
        });
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
            assertThat(raw.send(GET).rest()).endsWith("(reset)");
        }
    }
}
