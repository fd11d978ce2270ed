package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.config.proxy.Confined;

/** What HAProxy is started with stays on this machine, whatever was written. */
final class HaproxyConfinementTest {
    private static final String FILE = """
        # a shop
        frontend in
            BIND
            acl pictures path_beg /images/
            use_backend shop if pictures
            default_backend shop

        backend shop
            balance roundrobin
            server a 127.0.0.1:8081 check inter 500ms
        """;

    private static Confined confine(String bind) {
        return HaproxyConfinement.confine("haproxy.cfg", FILE.replace("BIND", bind), port -> port + 3);
    }

    @ParameterizedTest
    @CsvSource({"bind :8080", "bind *:8080", "bind 127.0.0.1:8080", "bind localhost:8080"})
    void listensOnLoopbackAloneAndWhereItIsTold(String bind) {
        var text = confine(bind).files().get("haproxy.cfg");
        assertThat(text).contains("    bind 127.0.0.1:8083\n").doesNotContain("8080");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind 0.0.0.0:8080",
                "bind :::8080",
                "bind :8080-8090",
                "bind :8080,:8081",
                "bind unix@/tmp/x",
                "bind :8080 ssl crt /etc/x",
                "log /dev/log local0",
                "errorfile 503 /etc/passwd",
                "http-request set-path %[env(HOME)]",
                "stats enable",
                "option external-check",
                "mode tcp",
                "acl x path -f /etc/passwd",
                "acl x env(HOME) y",
                "use_backend shop if { path -f /etc/passwd }",
                "use_backend %[path]"
            })
    void refusesWhateverReachesFurther(String line) {
        assertThatThrownBy(() -> confine(line)).isInstanceOf(BadInput.class).hasMessageStartingWith("haproxy.cfg:3:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server b 10.0.0.1:80",
                "server b example.org:80",
                "server b /run/x",
                "server b 127.0.0.1:80 ssl verify none",
                "server b 127.0.0.1:80 source 10.0.0.1",
                "server b 127.0.0.1:80 agent-check agent-addr 10.0.0.1",
                "server-template b 3 example.org:80"
            })
    void refusesServersElsewhere(String line) {
        assertThatThrownBy(() -> HaproxyConfinement.confine(
                        "haproxy.cfg", FILE.replace("BIND", "bind :8080") + "    " + line + "\n", port -> port))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("haproxy.cfg:11:");
    }

    @ParameterizedTest
    @CsvSource({"global", "program x", "peers x", "userlist x", "cache x"})
    void refusesOtherSections(String header) {
        assertThatThrownBy(() -> HaproxyConfinement.confine(
                        "haproxy.cfg", FILE.replace("BIND", "bind :8080") + header + "\n", port -> port))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("haproxy.cfg:11:");
    }

    @Test
    void namesTheLinesThatWereWritten() {
        var confined = confine("bind :8080");
        var written = Objects.requireNonNull(confined.files().get("haproxy.cfg"))
                .lines()
                .toList();
        int at = written.indexOf("    balance roundrobin") + 1;
        assertThat(confined.told("parsing [/tmp/r1/haproxy.cfg:" + at + "] : no"))
                .isEqualTo("parsing [haproxy.cfg:9] : no");
        assertThat(confined.told("parsing [/tmp/r1/haproxy.cfg:1] : no")).isEqualTo("parsing [haproxy.cfg] : no");
    }

    @Test
    void letsAnswersSayWhoGaveThem() {
        assertThat(confine("bind :8080").files().get("haproxy.cfg"))
                .contains("backend shop\n    http-after-response set-header X-Upstream ");
    }
}
