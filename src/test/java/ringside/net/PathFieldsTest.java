package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server learns of the way a request came, and what it may send behind its answer. */
@Timeout(60)
class PathFieldsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @RegisterExtension
    final Opened opened = new Opened();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X: y | for=127.0.0.1;host=\"localhost\";proto=http",
                "Forwarded: for=9.9.9.9 | for=9.9.9.9, for=127.0.0.1;host=\"localhost\";proto=http",
                "Forwarded: for=\"[2001:db8::1]:47\";by=_x | for=\"[2001:db8::1]:47\";by=_x, "
                        + "for=127.0.0.1;host=\"localhost\";proto=http",
                "Forwarded: for=\"_a | for=127.0.0.1;host=\"localhost\";proto=http",
                "Forwarded: for=\"a\\\" | for=127.0.0.1;host=\"localhost\";proto=http",
            })
    void continuesTheListOfHops(String field, String expected) throws Exception {
        assertThat(forwarded("GET / HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n\r\n"))
                .containsExactly("Forwarded: " + expected);
    }

    @Test
    void quotesAHostWithAPort() throws Exception {
        assertThat(forwarded("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"))
                .containsExactly("Forwarded: for=127.0.0.1;host=\"[::1]:8080\";proto=http");
    }

    @Test
    void namesNoHostWhenTheClientNamedNone() throws Exception {
        assertThat(forwarded("GET / HTTP/1.0\r\n\r\n")).containsExactly("Forwarded: for=127.0.0.1;proto=http");
    }

    private List<String> forwarded(String request) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(request).answer();
        }
        return backend.heads()
                .getFirst()
                .lines()
                .filter(l -> l.startsWith("Forwarded:"))
                .toList();
    }

    @Test
    void writesAnIpv6ClientInBracketsAndQuotes() throws Exception {
        var backend = Backend.answering(OK);
        var world = opened.before(backend);
        try (var socket = new Socket(Loopback.v6(), Raw.port(world))) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Raw.latin(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200");
        } catch (SocketException e) {
            Assumptions.abort("no IPv6 here: " + e.getMessage());
        }
        assertThat(backend.heads().getFirst())
                .contains("\r\nX-Forwarded-For: ::1\r\n")
                .contains("\r\nForwarded: for=\"[::1]\";host=\"[::1]\";proto=http\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection: TE;TE: trailers | true",
                "Connection: te;TE: Trailers | true",
                "TE: trailers | false",
                "Connection: TE;TE: gzip | false",
                "Connection: TE | false",
            })
    void tellsTheServerWhetherFieldsMayFollowTheBody(String fields, boolean told) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + fields.replace(";", "\r\n") + "\r\n\r\n")
                    .answer();
        }
        assertThat(backend.heads().getFirst().contains("\r\nConnection: TE\r\nTE: trailers\r\n"))
                .isEqualTo(told);
        assertThat(backend.heads().getFirst()).doesNotContain("gzip");
    }

    @Test
    void passesOnWhatFollowsABodyToThoseWhoTakeItInChunks() throws Exception {
        var behind = "X-Sum: 7\r\nContent-Type: no\r\nExpires: no\r\nUpgrade: no\r\nVia: no\r\n\r\n";
        var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n";
        var backend = Backend.answering(head + "2;x=y\r\nok\r\n0;z\r\n" + behind);
        var world = opened.before(backend);
        try (var raw = Raw.to(world)) {
            var answer = raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();

            assertThat(answer.field("Trailer")).isEqualTo("X-Sum");
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.trailers()).isEqualTo("X-Sum: 7\n");
        }
        try (var raw = Raw.to(world)) {
            assertThat(raw.send("GET / HTTP/1.0\r\n\r\n").rest())
                    .endsWith("\r\n\r\nok")
                    .doesNotContain("X-Sum");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1", "Transfer-Encoding: chunked", "Host: a", "Connection: close"})
    void answers502ToAServerThatFramesBehindItsBody(String field) throws Exception {
        var backend =
                Backend.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + field + "\r\n\r\n");
        try (var raw = Raw.to(opened.before(backend))) {
            assertThat(raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(502);
        }
    }

    @Test
    void forgetsWhatFollowedAnEarlierBody() throws Exception {
        var backend = Backend.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-A: 1\r\n\r\n");
        try (var raw = Raw.to(opened.before(backend))) {
            var get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
            raw.send(get).answer();

            assertThat(raw.send(get).answer().trailers()).isEqualTo("X-A: 1\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, 3, 2", "OPTIONS, 1, 0", "OPTIONS, x, x", "OPTIONS, 1x, 1x", "GET, 0, 0", "GET, 7, 7"})
    void countsHowFarOptionsMayGo(String method, String before, String after) throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send(method + " / HTTP/1.1\r\nHost: localhost\r\nMax-Forwards: " + before + "\r\n\r\n")
                    .answer();
        }
        assertThat(backend.heads().getFirst()).contains("\r\nMax-Forwards: " + after + "\r\n");
    }

    @Test
    void answersOptionsThatMayGoNoFurther() throws Exception {
        var backend = Backend.answering(OK);
        try (var raw = Raw.to(opened.before(backend))) {
            raw.send("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nMax-Forwards: 0\r\n\r\n");

            assertThat(raw.answer().body()).isEqualTo("200 OK: this request goes no further\n");
        }
        assertThat(backend.heads()).isEmpty();
    }
}
