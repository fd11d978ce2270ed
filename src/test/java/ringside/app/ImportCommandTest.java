package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportCommandTest {
    private static final String VECTORS = "src/test/resources/vectors/";
    private static final String KEYS =
            IntStream.range(0, 500).mapToObj(i -> "key" + i + "\n").collect(Collectors.joining());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "nginx/hash.conf,chash_full",
        "nginx/ip_hash.conf,ip1",
        "nginx/wrr.conf,wrr5",
        "haproxy/hash.cfg,h10",
        "haproxy/hash.cfg,u_c",
        "haproxy/roundrobin.cfg,rr3"
    })
    void makesAScenarioThatPicksTheSame(String file, String upstream) {
        var scenario = folder.resolve("scenario.yaml").toString();
        var told = Told.by("import", VECTORS + file, "--upstream", upstream, "-o", scenario);

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).isEmpty();
        assertThat(Told.given(KEYS, "pick", scenario, "--keys", "-").out())
                .isEqualTo(Told.given(KEYS, "pick", VECTORS + file, "--upstream", upstream, "--keys", "-")
                        .out());
    }

    @Test
    void writesToStandardOutputWhenNoFileIsNamed() {
        var told = Told.by("import", VECTORS + "haproxy/first.cfg");

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("pool:\n  policy: haproxy/first\n  servers:\n    - {name: s1, address: ");
    }

    @Test
    void tellsWhatAScenarioHasNoWordsFor() throws IOException {
        var file = Files.writeString(
                folder.resolve("nginx.conf"),
                "events {} http { upstream a { server unix:/run/a.sock; server 127.0.0.1:9002; } }");

        assertThat(Told.by("import", file.toString()).err()).contains("unix:/run/a.sock");
    }

    @Test
    void takesOverWhenRequestsAreTriedAgainAndWhatIsHashed() throws IOException {
        var nginx = Files.writeString(folder.resolve("nginx.conf"), """
            events {}
            http {
              upstream a { hash $arg_user; server 127.0.0.1:9001; server 127.0.0.1:9002; }
              server {
                listen 127.0.0.1:8080;
                location / {
                  proxy_pass http://a;
                  proxy_next_upstream error timeout http_503 http_404;
                  proxy_next_upstream_tries 2;
                }
              }
            }
            """);
        var told = Told.by("import", nginx.toString());
        assertThat(told.out())
                .contains("retries: {attempts: 2, on: [unreached, closed, timeout, 503]")
                .contains("key: \"$arg_user\"");
        assertThat(told.err()).contains("a scenario does not try again what was answered 404");

        var haproxy = Files.writeString(
                folder.resolve("haproxy.cfg"),
                "backend b\n balance roundrobin\n retries 1\n server s 127.0.0.1:80\n server t 127.0.0.1:81\n");
        assertThat(Told.by("import", haproxy.toString()).out()).contains("retries: {attempts: 2, on: [unreached]");
    }

    @Test
    void leavesTheOldFileWhenTheNewOneCannotBeWritten() throws IOException {
        var missing = folder.resolve("missing").resolve("s.yaml").toString();
        var told = Told.by("import", VECTORS + "haproxy/first.cfg", "-o", missing);

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains(missing + " cannot be written (").contains("; check its folder\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void letsOtherCommandsTakeAConfigurationForItsScenario() throws IOException {
        var picture = folder.resolve("stage.svg");
        var told = Told.by("render", VECTORS + "nginx/wrr.conf", "--upstream", "wrr0", "-o", picture.toString());

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(Files.readString(picture)).contains("127.0.0.1:19001");

        var far = Files.writeString(folder.resolve("haproxy.cfg"), "backend b\n server s 10.0.0.1:80\n");
        assertThat(Told.by("serve", far.toString()))
                .isEqualTo(new Told(
                        2,
                        "",
                        far + ":1:1: 10.0.0.1:80 is beyond loopback, and traffic is kept on this machine;"
                                + " write 127.0.0.1:80, or start with --allow-remote\n"));
    }
}
