package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportCommandTest {
    private static final String VECTORS = "src/test/resources/vectors/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "nginx,nginx/wrr.conf,wrr3",
        "nginx,nginx/wrr.conf,st1",
        "haproxy,haproxy/roundrobin.cfg,rr5",
        "haproxy,haproxy/roundrobin.cfg,sr5",
        "haproxy,haproxy/leastconn_1.cfg,lc"
    })
    void writesWhatPicksTheSameWhenItIsReadAgain(String language, String file, String upstream) {
        var copy = folder.resolve("copy").toString();
        var told = Told.by("export", VECTORS + file, "--upstream", upstream, "--to", language, "-o", copy);

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).isEmpty();
        assertThat(Told.by("pick", copy, "--count", "40").out())
                .isEqualTo(Told.by("pick", VECTORS + file, "--upstream", upstream, "--count", "40")
                        .out());
    }

    @Test
    void writesAllPoolsWhenNoneIsNamed() {
        var told = Told.by("export", VECTORS + "nginx/ip_hash.conf", "--to", "nginx");

        assertThat(told.out()).contains("upstream ip0 {", "upstream ip1 {", "upstream ip2 {", "upstream ip3 {");
        assertThat(Told.by("export", VECTORS + "nginx/ip_hash.conf", "--upstream", "ip2", "--to", "nginx")
                        .out())
                .contains("upstream ip2 {", "location = /ip2")
                .doesNotContain("ip1");
    }

    @ParameterizedTest
    @CsvSource({"nginx,upstream pool {", "haproxy,backend pool", "envoy,clusters:", "kubernetes,kind: Service"})
    void writesAScenarioInEveryLanguageAndTellsWhatIsLost(String language, String words) {
        var told = Told.by("export", "assets/scenarios/weighted.yaml", "--to", language);

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains(words);
        assertThat(told.err()).contains("smooth-weighted-round-robin");
    }

    @Test
    void knowsItsLanguages() {
        assertThat(Told.by("export", "assets/scenarios/weighted.yaml", "--to", "apache")
                        .err())
                .startsWith("ringside export: Invalid value for option '--to'");
    }
}
