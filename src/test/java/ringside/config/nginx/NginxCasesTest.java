package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.config.BadInput;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.Standing;

/**
 * Configurations of nginx's own test suite, and some made to break a reader: read from the folder that the system property
 * {@code ringside.nginxConfCases} names, or from {@code ../shared/nginx-conf-cases} beside the project, when it is there.
 */
class NginxCasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("ringside.nginxConfCases", "../shared/nginx-conf-cases"));

    /** More than any file takes, and less than a hang. */
    private static final Duration LONG = Duration.ofSeconds(10);

    @BeforeAll
    static void areHere() {
        Assumptions.assumeTrue(
                Files.isDirectory(CASES),
                "no cases in -Dringside.nginxConfCases or ../shared/nginx-conf-cases: not run");
    }

    @Test
    void takesEverythingThatNginxTakes() throws IOException {
        var taken = cases().stream()
                .filter(c -> c.get("nginx_1_22_1_t").getAsString().equals("ok"))
                .toList();
        assertThat(taken).hasSize(124).allSatisfy(NginxCasesTest::read);
    }

    @Test
    void findsTheUpstreamsThatTheManifestNames() throws IOException {
        var with = cases().stream()
                .filter(c -> !c.getAsJsonArray("upstreams").isEmpty())
                .toList();
        assertThat(with).hasSize(49).allSatisfy(c -> {
            var wanted = c.getAsJsonArray("upstreams");
            var found = read(c).upstreams().stream()
                    .limit(wanted.size())
                    .map(NginxCasesTest::told)
                    .toList();
            assertThat(found)
                    .isEqualTo(elements(wanted).map(NginxCasesTest::told).toList());
        });
    }

    @Test
    void neitherCrashesNorHangsOnTheRest() throws IOException {
        assertThat(cases())
                .hasSize(293)
                .allSatisfy(c -> assertThatCode(() -> {
                            try {
                                read(c);
                            } catch (BadInput told) {
                                assertThat(told).hasMessageMatching("(?s)[^\n]*\\.conf:\\d+:\\d+: [^\n]*");
                            }
                        })
                        .doesNotThrowAnyException());
    }

    @Test
    void hostileFilesAreRefusedOrHarmless() throws IOException {
        var refused = new ArrayList<String>();
        try (var files = Files.list(CASES.resolve("hostile"))) {
            var all = files.sorted().toList();
            assertThat(all).hasSize(18);
            for (var file : all) {
                if (!assertTimeoutPreemptively(LONG, () -> harmless(file))) {
                    refused.add(file.getFileName().toString());
                }
            }
        }
        assertThat(refused)
                .containsExactly(
                        "binary.conf",
                        "deep-braces.conf",
                        "long-token.conf",
                        "loop-a.conf",
                        "loop-b.conf",
                        "lua.conf",
                        "many-servers.conf",
                        "quotes.conf",
                        "self-include.conf",
                        "unbalanced.conf",
                        "utf16.conf",
                        "weights.conf");
    }

    /** Whether a file is read; then what it says is told without control characters, and nothing of other files. */
    private static boolean harmless(Path file) {
        try {
            var setup = NginxConf.read(file);
            assertThat(setup.notes())
                    .extracting(n -> n.toString().chars().noneMatch(Character::isISOControl))
                    .doesNotContain(false);
            assertThat(setup.toString()).doesNotContain("root:");
            return true;
        } catch (BadInput told) {
            assertThat(told.getMessage()).hasSizeLessThan(1000).doesNotContainPattern("\\p{Cntrl}");
            return false;
        }
    }

    private static ProxySetup read(JsonObject one) {
        return assertTimeoutPreemptively(
                LONG,
                () -> NginxConf.read(
                        CASES.resolve("dev").resolve(one.get("file").getAsString())));
    }

    private static String told(Upstream upstream) {
        return upstream.name()
                + upstream.servers().stream().map(NginxCasesTest::told).toList();
    }

    private static String told(UpstreamServer server) {
        var member = server.member();
        return member.written() + " weight=" + member.weight() + " max_fails="
                + member.terms().maxFails() + (member.terms().backup() ? " backup" : "")
                + (member.standing() == Standing.DOWN ? " down" : "");
    }

    private static String told(JsonElement upstream) {
        var servers = upstream.getAsJsonObject().getAsJsonArray("servers");
        var options = upstream.getAsJsonObject().getAsJsonArray("options");
        var lines = new ArrayList<String>();
        for (int i = 0; i < servers.size(); i++) {
            lines.add(servers.get(i).getAsString() + told(words(options.get(i).getAsJsonArray())));
        }
        return upstream.getAsJsonObject().get("name").getAsString() + lines;
    }

    private static String told(List<String> options) {
        return " weight=" + value(options, "weight=") + " max_fails=" + value(options, "max_fails=")
                + (options.contains("backup") ? " backup" : "") + (options.contains("down") ? " down" : "");
    }

    private static String value(List<String> options, String name) {
        return options.stream()
                .filter(o -> o.startsWith(name))
                .map(o -> o.substring(name.length()))
                .findFirst()
                .orElse("1");
    }

    private static List<String> words(JsonArray array) {
        return elements(array).map(JsonElement::getAsString).toList();
    }

    private static java.util.stream.Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<JsonObject> cases() throws IOException {
        var manifest = Files.readString(CASES.resolve("dev/manifest.json"));
        return elements(JsonParser.parseString(manifest).getAsJsonObject().getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
