package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    private static List<String> under(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .toList();
        }
    }

    @Test
    void knowsTheFilesThatAreHere() throws IOException {
        var vectors = "src/test/resources/vectors";
        assertThat(under(vectors, ".conf")).hasSize(9).allMatch(file -> of(file) == FileKind.NGINX);
        assertThat(under(vectors, ".cfg")).hasSize(16).allMatch(file -> of(file) == FileKind.HAPROXY);
        assertThat(under("assets/scenarios", ".yaml")).isNotEmpty().allMatch(file -> of(file) == FileKind.SCENARIO);
        assertThat(under("lessons", "lesson.md")).isNotEmpty().allMatch(file -> of(file) == FileKind.LESSON);
    }

    private static FileKind of(String file) {
        return FileKind.of(TextFile.read(Path.of(file), file, Yaml.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "pool:\n  servers: []\n",
                "pool : {servers: [{name: A}]}\n",
                "\"pool\": {}\n",
                "{pool: {servers: []}}\n",
                "---\npool:\n  servers: []\n",
                "- a\n",
                "pool\n  servers\n"
            })
    void takesForAScenarioWhateverIsNothingElse(String text) {
        assertThat(FileKind.of(text)).isEqualTo(FileKind.SCENARIO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http {\n}\n",
                "# listen\nuser root;\n",
                "listen 127.0.0.1:8080;\n",
                "upstream a\n{\n server b;\n}\n",
                "worker_processes 1\nevents {}\n",
                "server 127.0.0.1:80;\n"
            })
    void knowsNginxEvenWhenItIsBroken(String text) {
        assertThat(FileKind.of(text)).isEqualTo(FileKind.NGINX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "global\n",
                "  # c\n\nlisten web\n bind :80\n",
                "backend b # {\n",
                "defaults\n mode http\n http-request deny if { path /a }\n",
                "gobal\n maxconn 1\nbackend a\n server s 127.0.0.1:80\n"
            })
    void knowsHaproxyEvenWhenItIsBroken(String text) {
        assertThat(FileKind.of(text)).isEqualTo(FileKind.HAPROXY);
    }
}
