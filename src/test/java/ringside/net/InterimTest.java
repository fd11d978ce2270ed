package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that others follow, and bodies that wait for one (RFC 9110 §10.1.1 and §15.2). */
@Timeout(60)
class InterimTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String EXPECTING =
            "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";
    private static final String HINT =
            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nConnection: X-Hop\r\nX-Hop: 1\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @Test
    void passesEarlyHintsOnBeforeTheAnswerComes() throws Exception {
        var backend = Backend.answering(HINT + HINT + OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(GET);

            assertThat(raw.answer().head())
                    .isEqualTo("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nVia: 1.1 ringside\r\n\r\n");
            assertThat(raw.answer().status()).isEqualTo(103);
            assertThat(raw.answer().body()).isEqualTo("ok");
            assertThat(raw.send(GET).answer().status()).isEqualTo(103);
        }
    }

    @Test
    void keepsThemFromHttp10Clients() throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(HINT + OK)))) {
            assertThat(raw.send("GET / HTTP/1.0\r\n\r\n").rest()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void answers502ToOneThatHasAnEndlessLotOfThem() throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(HINT.repeat(100))))) {
            raw.send(GET);
            var answer = raw.answer();
            while (answer.status() == 103) {
                answer = raw.answer();
            }

            assertThat(answer.status()).isEqualTo(502);
        }
    }

    @Test
    void answers502WhenAServerDiesBehindAHint() throws Exception {
        var backend = new Backend((_, _, out) -> {
            Backend.write(out, HINT);
            return false;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(GET.replace("GET", "POST").replace("\r\n\r\n", "\r\nContent-Length: 0\r\n\r\n"));

            assertThat(raw.answer().status()).isEqualTo(103);
            assertThat(raw.answer().status()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 100 Continue\r\n\r\n"})
    void letsAClientSendItsBodyWithoutWaiting(String before) throws Exception {
        var backend = new Backend((_, in, out) -> {
            Backend.write(out, before);
            assertThat(Raw.latin(in.readNBytes(4))).isEqualTo("body");
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(EXPECTING + "body" + EXPECTING);
            var answer = raw.answer();
            if (answer.status() == 100) {
                answer = raw.answer();
            }

            assertThat(answer.body()).isEqualTo("ok");
            raw.send("body");
            answer = raw.answer();
            assertThat((answer.status() == 100 ? raw.answer() : answer).body()).isEqualTo("ok");
        }
        assertThat(backend.heads()).hasSize(2);
    }

    @Test
    void takesAFinalAnswerInPlaceOf100AndClosesForTheBodyIsStillOwed() throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(OK)))) {
            var answer = raw.send(EXPECTING).answer();

            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.field("Connection")).isEqualTo("close");
        }
    }

    @Test
    void takesTheBodyOfAClientThatHasWaitedForA100ThatNeverComes() throws Exception {
        var backend = new Backend((_, in, out) -> {
            assertThat(Raw.latin(in.readNBytes(4))).isEqualTo("body");
            Backend.write(out, OK);
            return true;
        });
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(EXPECTING);
            Eventually.holds(
                    "the request is at the server", () -> !backend.heads().isEmpty());

            assertThat(raw.send("body").answer().body()).isEqualTo("ok");
        }
    }

    @Test
    void answers408ToAClientThatWaitsForEver() throws Exception {
        var limits = Limits.usual().waiting(Duration.ofSeconds(5), Duration.ofMillis(50));
        var backend = new Backend((_, in, _) -> in.read() >= 0);
        try (var raw = Raw.to(opened.before(limits, Duration.ofSeconds(5), backend))) {
            assertThat(raw.send(EXPECTING).answer().status()).isEqualTo(408);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n\r\n",
                "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n",
            })
    void passesNoExpectationOnThatWaitsForNothing(String request) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            assertThat(raw.send(request).answer().status()).isEqualTo(200);
        }
        assertThat(backend.heads().getFirst()).doesNotContain("Expect");
    }
}
