package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pool of a proxy's configuration is taken, and what is said of the rest. */
final class PoolFileTest {
    private static final String NGINX = """
        events {}
        http {
          upstream a {
            least_conn;
            server 127.0.0.1:9001;
            keepalive 4;
          }
          upstream b { server 127.0.0.1:9002; }
          server { listen 8080; gzip on; location / { proxy_pass http://a; } }
        }
        """;
    private static final String HAPROXY = """
        global
          maxconn 100
        backend a # the first
          server s1 127.0.0.1:9001 check weight 3
          stick-table type ip size 1m
        backend b
          server s1 127.0.0.1:9002
        """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("proxy"), text).toString();
    }

    @Test
    void tellsWhatIsAboutThePoolAndHowMuchElseThereIs() throws IOException {
        var nginx = file(NGINX);
        assertThat(Told.by("pick", nginx, "--upstream", "a", "--count", "1"))
                .isEqualTo(new Told(
                        0,
                        "n,server\n1,127.0.0.1:9001\n",
                        nginx + ":6:5: \"keepalive\" is not taken over\n" + nginx
                                + ": 2 more things are not taken over; --verbose lists them\n"));
        assertThat(Told.by("pick", nginx, "--upstream", "b", "--count", "1").err())
                .isEqualTo(nginx + ": 3 things are not taken over; --verbose lists them\n");
        assertThat(Told.by("pick", nginx, "--upstream", "b", "--count", "1", "-v")
                        .err())
                .contains(nginx + ":6:5: ", nginx + ":9:25: ")
                .doesNotContain("--verbose");
    }

    @Test
    void tellsWhatIsAboutABackend() throws IOException {
        var haproxy = file(HAPROXY);
        assertThat(Told.by("pick", haproxy, "--upstream", "a", "--count", "1").err())
                .contains(haproxy + ":5:")
                .contains("1 more thing is not taken over; --verbose lists it");
        assertThat(Told.by("pick", haproxy, "--upstream", "b", "--count", "1").err())
                .doesNotContain(haproxy + ":5:");
    }

    @Test
    void wantsAPoolToBeNamedWhenThereAreSeveral() throws IOException {
        assertThat(Told.by("pick", file(NGINX), "--count", "1"))
                .isEqualTo(new Told(2, "", "the file has several pools; name one with --upstream: a, b\n"));
        assertThat(Told.by("pick", file(HAPROXY), "--upstream", "c", "--count", "1"))
                .isEqualTo(new Told(2, "", "the file has no pool called \"c\"; there are a, b\n"));
    }

    @Test
    void tellsWhereAFileIsBroken() throws IOException {
        var nginx = file("http {\n  upstream a {\n    server 127.0.0.1:9001\n  }\n}\n");
        var told = Told.by("pick", nginx, "--count", "1");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).startsWith(nginx + ":");
        assertThat(told.err().lines()).hasSize(1);
    }
}
