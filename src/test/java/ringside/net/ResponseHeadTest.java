package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of servers, read strictly (RFC 9112 §4 to §7). */
@Timeout(60)
class ResponseHeadTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nHTTP/1.1 200 OK\r\n\r\n",
                " HTTP/1.1 200 OK\r\n\r\n",
                "http/1.1 200 OK\r\n\r\n",
                "HTTP/1.2 200 OK\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/0.9 200 OK\r\n\r\n",
                "HTTPS/1.1 200 OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "HTTP/1.1  200 OK\r\n\r\n",
                "HTTP/1.1\t200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 099 OK\r\n\r\n",
                "HTTP/1.1 600 OK\r\n\r\n",
                "HTTP/1.1 200\tOK\r\n\r\n",
                "HTTP/1.1 200 O\0K\r\n\r\n",
                "HTTP/1.1 200 O\rK\r\n\r\n",
                "HTTP/1.1 200 OK\n\r\n",
                "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
                "HTTP/1.1 200 OK\r\n X: y\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: y\r\n z\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: y\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: y\nZ: a\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: \177\r\n\r\n",
            })
    void refusesLinesThatAreNoHead(String head) {
        assertThat(catchThrowableOfType(BadMessage.class, () -> parse(head))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: \"chunked\"\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            })
    void refusesLengthsThatCouldBeReadInTwoWays(String head) {
        assertThat(catchThrowableOfType(BadMessage.class, () -> parse(head))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 \r\n\r\n",
                "HTTP/1.1 200\r\n\r\n",
                "HTTP/1.0 404 Not Found\r\n\r\n",
                "HTTP/1.1 599 caf\u00e9\t!\r\n\r\n",
                "HTTP/1.1 200 OK\r\nx:\r\nX: \u00ff \r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 007\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: CHUNKED\r\n\r\n",
            })
    void takesWhatTheGrammarAllows(String head) {
        assertThatCode(() -> parse(head)).doesNotThrowAnyException();
    }

    private static ResponseHead parse(String text) throws BadMessage {
        var head = new ResponseHead(Limits.usual());
        var bytes = Ascii.bytes(text);
        head.reset();
        head.parse(bytes, bytes.length, false);
        return head;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\nHTTP/1.1 500 evil\r\n\r\n",
            })
    void passesNothingOnThatFollowsAnAnswer(String answer) throws Exception {
        var backend = Backend.answering(answer);
        try (var raw = Raw.to(opened.before(backend))) {
            for (int i = 0; i < 3; i++) {
                assertThat(raw.send(GET).answer().body()).isEqualTo("ok");
            }
        }
        assertThat(backend.connections()).isEqualTo(3);
    }

    @Test
    void takesWhatFollowsAnAnswerWithoutABodyForNobodysAnswer() throws Exception {
        var backend = Backend.answering("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        try (var raw = Raw.to(opened.before(backend))) {
            for (int i = 0; i < 3; i++) {
                assertThat(raw.send(GET).answer().status()).isEqualTo(204);
            }
        }
    }
}
