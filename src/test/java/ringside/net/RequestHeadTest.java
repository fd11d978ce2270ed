package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private static final String HOST = "Host: a\r\n";

    static final List<Arguments> REFUSED = List.of(
            refused("a lone LF after the request line", 400, "GET / HTTP/1.1\n" + HOST + "\r\n"),
            refused("a lone LF after a field", 400, "GET / HTTP/1.1\r\nHost: a\n\r\n"),
            refused("a lone CR in a field", 400, "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"),
            refused("NUL in a value", 400, "GET / HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n"),
            refused("DEL in a value", 400, "GET / HTTP/1.1\r\n" + HOST + "X: a\177b\r\n\r\n"),
            refused("a control byte in the target", 400, "GET /\2 HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a TLS hello", 400, "\26\3\1\2\0\1\0\1"),
            refused("two empty lines first", 400, "\r\n\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a blank first", 400, " GET / HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("no target", 400, "GET HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("an empty target", 400, "GET  HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a blank in the target", 400, "GET /a b HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("two blanks", 400, "GET  / HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a tab as the blank", 400, "GET\t/ HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a blank at the end", 400, "GET / HTTP/1.1 \r\n" + HOST + "\r\n"),
            refused("a method that is no token", 400, "G(T / HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a target without a slash", 400, "GET a HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a fragment", 400, "GET /a#b HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("bytes beyond ASCII in the target", 400, "GET /\u00e9 HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("* for GET", 400, "GET * HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a version without digits", 400, "GET / HTTP/1.x\r\n" + HOST + "\r\n"),
            refused("a version in lower case", 400, "GET / http/1.1\r\n" + HOST + "\r\n"),
            refused("no version", 400, "GET /\r\n" + HOST + "\r\n"),
            refused("version 2", 505, "GET / HTTP/2.0\r\n" + HOST + "\r\n"),
            refused("version 1.2", 505, "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
            refused("version 0.9", 505, "GET / HTTP/0.9\r\n" + HOST + "\r\n"),
            refused("the HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            refused("no Host", 400, "GET / HTTP/1.1\r\n\r\n"),
            refused("two Hosts", 400, "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
            refused("an empty Host", 400, "GET / HTTP/1.1\r\nHost: \r\n\r\n"),
            refused("a Host list", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
            refused("a Host with user", 400, "GET / HTTP/1.1\r\nHost: me@a\r\n\r\n"),
            refused("a Host with path", 400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
            refused("a port that is no number", 400, "GET / HTTP/1.1\r\nHost: a:8x\r\n\r\n"),
            refused("a port too large", 400, "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n"),
            refused("an address without its bracket", 400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
            refused("two authorities that differ", 400, "GET http://b/ HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a user in the target", 400, "GET http://me@a/ HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a folded field", 400, "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n\r\n"),
            refused("a fold before any field", 400, "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
            refused("a blank before the colon", 400, "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
            refused("a tab before the colon", 400, "GET / HTTP/1.1\r\n" + HOST + "X\t: a\r\n\r\n"),
            refused("a field without a name", 400, "GET / HTTP/1.1\r\n" + HOST + ": a\r\n\r\n"),
            refused("a field without a colon", 400, "GET / HTTP/1.1\r\n" + HOST + "X\r\n\r\n"),
            refused("a name that is no token", 400, "GET / HTTP/1.1\r\n" + HOST + "X{}: a\r\n\r\n"),
            refused("a name beyond ASCII", 400, "GET / HTTP/1.1\r\n" + HOST + "X\u00e9: a\r\n\r\n"),
            refused("a length and a coding", 400, post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")),
            refused("two lengths", 400, post("Content-Length: 4\r\nContent-Length: 4\r\n")),
            refused("a list of lengths", 400, post("Content-Length: 4, 4\r\n")),
            refused("a signed length", 400, post("Content-Length: +4\r\n")),
            refused("a negative length", 400, post("Content-Length: -4\r\n")),
            refused("a hexadecimal length", 400, post("Content-Length: 0x4\r\n")),
            refused("an empty length", 400, post("Content-Length:\r\n")),
            refused("a length beyond all bounds", 400, post("Content-Length: 99999999999999999999\r\n")),
            refused("two codings", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")),
            refused("chunked twice", 400, post("Transfer-Encoding: chunked, chunked\r\n")),
            refused("chunked not last", 400, post("Transfer-Encoding: chunked, gzip\r\n")),
            refused("an unknown coding", 400, post("Transfer-Encoding: xchunked\r\n")),
            refused("identity", 400, post("Transfer-Encoding: identity\r\n")),
            refused("an empty coding", 400, post("Transfer-Encoding:\r\n")),
            refused("another coding before chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n")),
            refused("a coding in HTTP/1.0", 400, "POST / HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n"),
            refused("an unknown expectation", 417, post("Expect: 200-ok\r\n")),
            refused("a tunnel", 501, "CONNECT a:443 HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a trace", 501, "TRACE / HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a long request line", 414, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
            refused("a long request line that never ends", 414, "GET /" + "a".repeat(9000)),
            refused("a long field", 431, "GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(9000) + "\r\n\r\n"),
            refused("many fields", 431, "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n".repeat(200) + "\r\n"),
            refused("a long head", 431, "GET / HTTP/1.1\r\n" + HOST + ("X: " + "a".repeat(4000) + "\r\n").repeat(10)));

    private static Arguments refused(String what, int status, String head) {
        return Arguments.of(what, status, head);
    }

    private static String post(String fields) {
        return "POST / HTTP/1.1\r\n" + HOST + fields + "\r\n";
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("REFUSED")
    void refusesWhatCouldBeReadInTwoWays(String what, int status, String head) {
        var bad = catchThrowableOfType(BadMessage.class, () -> parse(head));

        assertThat(bad).as(what).isNotNull();
        assertThat(bad.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET http://a/x HTTP/1.1\r\nHost: A:80\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nhOsT:[::1]:8080\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a:\r\n\r\n",
                "GET /%00?a=b&c=%0d%0a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX:\r\nY: caf\u00e9\tb \r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0004\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent_Length: 7\r\n\r\n",
            })
    void takesWhatTheGrammarAllows(String head) {
        assertThatCode(() -> parse(head)).doesNotThrowAnyException();
    }

    @Test
    void readsAHeadThatComesByteByByteAsOneThatComesAtOnce() throws BadMessage {
        var bytes = Ascii.bytes("GET /a?key=k HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\nGET");
        var head = new RequestHead(Limits.usual());
        head.reset();
        int to = 0;
        while (!head.parse(bytes, to)) {
            to++;
        }

        assertThat(to).isEqualTo(bytes.length - 3);
        assertThat(head.end()).isEqualTo(to);
        assertThat(head.target().text(bytes)).isEqualTo("/a?key=k");
        assertThat(head.keepAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost:80", "localhost.", "127.0.0.1", "127.9.8.7:1", "[::1]", "[::1]:8080"})
    void knowsThisMachineByItsNames(String host) throws BadMessage {
        assertThat(parse("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .authority()
                        .loopback())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com", "localhost.example.com", "127.0.0.1.example.com", "127.1", "127.0.0.01", "0.0.0.0",
                "128.0.0.1", "[::2]", "2130706433", "127.0.0.256", "127.0.0.1.", "a127.0.0.1"
            })
    void takesNoOtherNameForThisMachine(String host) throws BadMessage {
        assertThat(parse("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .authority()
                        .loopback())
                .isFalse();
    }

    private static RequestHead parse(String text) throws BadMessage {
        var head = new RequestHead(Limits.usual());
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        head.reset();
        head.parse(bytes, bytes.length);
        return head;
    }
}
