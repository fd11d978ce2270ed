package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyRuleTest {
    private static final Request REQUEST = new Request(
            "10.0.0.7",
            "POST",
            "/a/b?K=a%20b&x=1&k=second",
            Map.of("host", "shop.example", "x-tenant", "t9", "cookie", "a=1; sid=s%3D4"),
            "");

    @ParameterizedTest
    @CsvSource({
        "$arg_k, a%20b",
        "$arg_x, 1",
        "$http_x_tenant, t9",
        "$cookie_sid, s%3D4",
        "$remote_addr, 10.0.0.7",
        "$request_uri, /a/b?K=a%20b&x=1&k=second",
        "$host$is_args$args, shop.example?K=a%20b&x=1&k=second",
        "${request_method}_$scheme, POST_http",
        "fixed, fixed",
    })
    void variablesStandForWhatTheRequestHas(String rule, String key) {
        assertThat(new KeyRule(rule).of(REQUEST)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b, /a/b",
        "/a//b, /a/b",
        "//a, /a",
        "/a/./b, /a/b",
        "/a/../b, /b",
        "/a/b/.., /a/",
        "/a/b/., /a/b/",
        "/a/, /a/",
        "/a//, /a/",
        "/a%20b?x=1, /a b",
        "/a%2Fb, /a/b",
        "/a%2F%2Fb, /a/b",
        "/a/%2e%2e/b, /b",
        "/a/%2e/b, /a/b",
        "/a%2E./b, /a../b",
        "/%3Fx?y, /?x",
        "/a%3Fb/../c, /c",
        "/%23x, /#x",
        "/a#frag, /a",
        "/a%25b, /a%b",
        "/a%2520b, /a%20b",
        "/%C3%A4, /ä",
        "/a+b;c, /a+b;c",
        "/..., /...",
        "/..a/.b, /..a/.b",
        "/a/..;/b, /a/..;/b",
        "/A%41, /AA",
    })
    void thePathIsThatOfNginx(String target, String path) {
        assertThat(new KeyRule("$uri").of(new Request("c", target, ""))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "Example.COM:8080, example.com",
        "a.b., a.b",
        "a.b.:80, a.b",
        "[::1]:80, [::1]",
        "[::1], [::1]",
        "1.2.3.4:9, 1.2.3.4",
    })
    void theHostIsThatOfNginxAndItsHeaderIsAsItCame(String header, String host) {
        var request = new Request("c", "GET", "/", Map.of("host", header), "");
        assertThat(new KeyRule("$host").of(request)).isEqualTo(host);
        assertThat(new KeyRule("$http_host").of(request)).isEqualTo(header);
    }

    @Test
    void aVariableWithoutAValueStandsForNothing() {
        assertThat(new KeyRule("<$arg_none$cookie_none$http_none>").of(REQUEST)).isEqualTo("<>");
    }

    @Test
    void theStandardRuleIsTheKeyParameterOrElseTheTarget() {
        assertThat(KeyRule.STANDARD
                        .keyed(new Request("c", "/?key=user%3A7", ""))
                        .key())
                .isEqualTo("user:7");
        assertThat(KeyRule.STANDARD.of(new Request("c", "/plain", ""))).isEqualTo("/plain");
    }

    @Test
    void aRuleThatCannotBeReadIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRule("$nobody"))
                .withMessageContaining("$nobody is no variable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRule("$arg_"))
                .withMessageContaining("$arg_ is no variable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRule("${arg_k"))
                .withMessageContaining("} is missing after ${arg_k");
    }
}
