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
