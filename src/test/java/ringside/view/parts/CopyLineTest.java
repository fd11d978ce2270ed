package ringside.view.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CopyLineTest {
    @Test
    void asksInPlainTextWithoutAScheme() {
        assertThat(CopyLine.curl("http://127.0.0.1:8080", Optional.empty(), "/cart"))
                .isEqualTo("curl -i 127.0.0.1:8080/cart");
        assertThat(CopyLine.curl("http://127.0.0.1:8090", Optional.empty(), "")).isEqualTo("curl -i 127.0.0.1:8090/");
    }

    @Test
    void namesTheAuthorityToTrust() {
        assertThat(CopyLine.curl("https://127.0.0.1:8443", Optional.of("/Users/ada/authority.pem"), "/cart"))
                .isEqualTo("curl -i --cacert /Users/ada/authority.pem https://127.0.0.1:8443/cart");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        assertThat(CopyLine.curl("https://127.0.0.1:8443", Optional.of("/Users/Ada L/a.pem"), "/a?b='c'&d"))
                .isEqualTo("curl -i --cacert '/Users/Ada L/a.pem' 'https://127.0.0.1:8443/a?b='\\''c'\\''&d'");
    }
}
