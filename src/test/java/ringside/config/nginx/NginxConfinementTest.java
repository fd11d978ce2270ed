package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.config.proxy.Confined;

/** What nginx is started with stays on this machine, whatever was written. */
final class NginxConfinementTest {
    private static final String SITE = """
        upstream shop {
            server 127.0.0.1:8081 weight=3;
            server localhost:8082;
        }
        server {
            LISTEN
            location / {
                proxy_set_header Host "$host;";
                proxy_pass http://shop;
            }
        }
        """;

    private static Confined confine(String listen) {
        return NginxConfinement.confine("shop.conf", SITE.replace("LISTEN", listen), port -> port + 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen 8080;",
                "listen *:8080;",
                "listen 127.0.0.1:8080;",
                "listen localhost:8080;",
                "listen 8080 default_server;"
            })
    void listensOnLoopbackAloneAndWhereItIsTold(String listen) {
        var text = confine(listen).files().get("site.conf");
        assertThat(text).contains("listen 127.0.0.1:8083").doesNotContain("8080");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen 0.0.0.0:8080;",
                "listen [::]:8080;",
                "listen unix:/tmp/x;",
                "listen 192.168.0.1:8080;",
                "listen example.org:8080;",
                "listen 8080 ssl;",
                "listen 8080; include /etc/passwd;",
                "listen 8080; root /;",
                "listen 8080; access_log /tmp/x;",
                "listen 8080; error_log /tmp/x;",
                "listen 8080; location /x { alias /etc/; }",
                "listen 8080; location /x { proxy_pass http://example.org; }",
                "listen 8080; location /x { proxy_pass http://unix:/run/x; }",
                "listen 8080; location /x { proxy_pass http://$arg_to; }",
                "listen 8080; location /x { proxy_store /tmp/x; }",
                "listen 8080; location /x { root /; }",
                "server_name x;"
            })
    void refusesWhateverReachesFurther(String inside) {
        assertThatThrownBy(() -> confine(inside))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("shop\\.conf:[56]:\\d+: .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user root;",
                "load_module x.so;",
                "include x;",
                "perl_modules x;",
                "upstream x { server example.org:80; }",
                "upstream x { server unix:/run/x; }",
                "upstream x { server 10.0.0.1:80; }"
            })
    void refusesTheSameOutsideOfServers(String before) {
        var site = before + "\n" + SITE.replace("LISTEN", "listen 8080;");
        assertThatThrownBy(() -> NginxConfinement.confine("shop.conf", site, port -> port))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("shop.conf:1:");
    }

    @Test
    void keepsEveryWordOnItsLine() {
        var written = Objects.requireNonNull(confine("listen 8080;").files().get("site.conf"))
                .lines()
                .toList();
        assertThat(written.get(1)).contains("server 127.0.0.1:8081 weight=3;");
        assertThat(written.get(7)).contains("proxy_set_header Host \"$host;\";");
        assertThat(written.get(8)).contains("proxy_pass http://shop;");
    }

    @Test
    void namesTheLinesThatWereWritten() {
        var told = confine("listen 8080;").told("nginx: [emerg] host not found in /tmp/r1/site.conf:9");
        assertThat(told).isEqualTo("nginx: [emerg] host not found in shop.conf:9");
    }

    @Test
    void writesNothingOutsideOfItsFolder() {
        assertThat(confine("listen 8080;").files().get("nginx.conf"))
                .contains("pid nginx.pid;", "client_body_temp_path body;", "error_log stderr", "access_log off;")
                .doesNotContain("/");
    }
}
