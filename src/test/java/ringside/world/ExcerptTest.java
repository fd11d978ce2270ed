package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static Excerpt of(String latin) {
        var bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        return new Excerpt(bytes, bytes.length);
    }

    @Test
    void aRequestIsText() {
        var request = of("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(request.kind()).isEqualTo(Excerpt.Kind.TEXT);
        assertThat(request.readable()).isTrue();
        assertThat(request.text(40, 9)).containsExactly("GET /a HTTP/1.1", "Host: localhost", "");
        assertThat(request.text(10, 2)).containsExactly("GET /a HTT", "P/1.1");
        assertThat(request.hex(4, 2)).containsExactly("47 45 54 20", "2f 61 20 48");
        assertThat(request.length()).isEqualTo(36);
    }

    @Test
    void recordsOfTlsAreToldApart() {
        assertThat(of("\u0016\u0003\u0001\u0002").kind()).isEqualTo(Excerpt.Kind.HANDSHAKE);
        assertThat(of("\u0014\u0003\u0003\u0000").kind()).isEqualTo(Excerpt.Kind.HANDSHAKE);
        assertThat(of("\u0017\u0003\u0003\u0000").kind()).isEqualTo(Excerpt.Kind.SEALED);
        assertThat(of("\u0017\u0005\u0003\u0000").kind()).isEqualTo(Excerpt.Kind.OTHER);
        assertThat(of("").kind()).isEqualTo(Excerpt.Kind.OTHER);
    }

    @Test
    void whatCouldDoHarmToAScreenIsADot() {
        var hostile = of("\u001b[2J\u0007\u0000\r\n\u00e4\u202e\u0085<b>");
        assertThat(hostile.readable()).isFalse();
        assertThat(hostile.text(80, 9)).containsExactly("·[2J·····?·<b>");
    }

    @Test
    void neverShowsMoreThanItKeeps() {
        var long1 = new Excerpt(new byte[100_000], 100_000);
        assertThat(long1.length()).isEqualTo(100_000);
        assertThat(String.join("", long1.text(1000, 1000))).hasSize(192);
        assertThat(long1.hex(16, 100)).hasSize(12);
    }

    @Test
    void theLastLineWithoutAnEndIsShownToo() {
        assertThat(of("a\nb").text(5, 5)).containsExactly("a", "b");
        assertThat(of("a\n").text(5, 5)).containsExactly("a");
    }
}
