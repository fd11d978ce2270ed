package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the proxy makes of good requests and good answers. */
@Timeout(60)
class ProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @Test
    void writesEachRequestAnewForTheServer() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(String.join(
                    "\r\n",
                    "GET http://LOCALHOST/a?b=c HTTP/1.1",
                    "host:localhost",
                    "X-Kept:  some value ",
                    "Connection: keep-alive, X-Hop",
                    "X-Hop: secret",
                    "Keep-Alive: 5",
                    "TE: trailers",
                    "Upgrade: h2c",
                    "Proxy-Authorization: me",
                    "X-Forwarded-For: 9.9.9.9",
                    "X-Forwarded-Proto: https",
                    "X-Ringside-Client: guess 10.0.0.1",
                    "Via: 1.0 other",
                    "",
                    ""));
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
                        "Forwarded: for=127.0.0.1;host=\"LOCALHOST\";proto=http",
                        "X-Ringside-Request: 1");
    }

    @Test
    void writesEachAnswerAnewForTheClient() throws Exception {
        var backend = Backend.answering("HTTP/1.1 299 So So\r\nContent-Length: 2\r\nConnection: X-Hop\r\nX-Hop: 1\r\n"
                + "Keep-Alive: 5\r\nX-Ringside-Server: liar\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nok");
        try (var raw = Raw.to(opened.before(backend))) {
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
        try (var raw = Raw.to(opened.before(backend))) {
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
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(
                    "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0"
                            + "\r\n\r\n\r\nGET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.answer().body() + raw.answer().body() + raw.answer().body())
                    .isEqualTo("123");
        }
    }

    @Test
    void tellsHeadTheLengthButSendsNoBody() throws Exception {
        var backend = Backend.answering("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n");
        try (var raw = Raw.to(opened.before(backend))) {
            var head = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n";

            assertThat(raw.send(head).answer(true).field("Content-Length")).isEqualTo("17");
            assertThat(raw.send(head).answer(true).status()).isEqualTo(200);
        }
        assertThat(backend.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"204 No Content", "304 Not Modified"})
    void knowsAnswersThatHaveNoBody(String status) throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering("HTTP/1.1 " + status + "\r\n\r\n")))) {
            assertThat(raw.send(GET).answer().head()).startsWith("HTTP/1.1 " + status);
            assertThat(raw.send(GET).answer().head()).doesNotContain("Transfer-Encoding");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 204, Content-Length: 5, ''",
        "GET, 304, Content-Length: 5, Content-Length: 5",
        "HEAD, 304, Content-Length: 5, Content-Length: 5",
        "HEAD, 200, Transfer-Encoding: chunked, ''",
        "HEAD, 200, Content-Length: 0, Content-Length: 0",
        "HEAD, 404, X: y, ''",
    })
    void passesOnTheLengthThatABodyWouldHaveAndNoBody(String method, int status, String said, String told)
            throws Exception {
        var backend = Backend.answering("HTTP/1.1 " + status + " \r\n" + said + "\r\n\r\n");
        try (var raw = Raw.to(opened.before(backend))) {
            for (int i = 0; i < 2; i++) {
                var answer = raw.send(GET.replace("GET", method)).answer(true);

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.head()
                                .lines()
                                .filter(l -> l.matches("(Content-Length|Transfer).*"))
                                .toList())
                        .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
            }
        }
        assertThat(backend.connections()).isEqualTo(1);
    }

    @Test
    void speaksHttp10WithThoseWhoDo() throws Exception {
        var backend = Backend.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        var world = opened.before(backend);
        try (var raw = Raw.to(world)) {
            var all = raw.send("GET / HTTP/1.0\r\n\r\n").rest();

            assertThat(all).endsWith("Connection: close\r\n\r\nok").doesNotContain("chunked");
        }
        assertThat(backend.heads().getFirst()).startsWith("GET / HTTP/1.1\r\nHost: " + backend.address() + "\r\n");
    }

    @Test
    void keepsAnHttp10ConnectionThatAsksForIt() throws Exception {
        try (var raw = Raw.to(opened.before(Backend.answering(OK)))) {
            var request = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";

            assertThat(raw.send(request).answer().field("Connection")).isEqualTo("keep-alive");
            assertThat(raw.send(request).answer().body()).isEqualTo("ok");
        }
    }
}
