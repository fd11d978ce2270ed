package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the command line is what the command line says. */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("^```\\w*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static String block(String beginning) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhatItsExampleAnswers() throws IOException {
        var conf = Files.writeString(folder.resolve("shop.conf"), block("events {}"))
                .toString();
        var day = Files.writeString(folder.resolve("day.jsonl"), block("{\"id\":\"r1\""))
                .toString();

        assertThat(Told.by("explain", conf, "--header", "Cookie: user=ann").out())
                .isEqualTo(block("pool     shop"));
        assertThat(Told.by("pick", conf, "--requests", day).out()).isEqualTo(block("id,server,attempts"));
    }

    @Test
    void namesEveryCommand() throws IOException {
        var commands = block("ringside serve FILE");
        for (var command :
                List.of("serve", "simulate", "pick", "explain", "export", "import", "render", "lesson", "policies")) {
            assertThat("\n" + commands).contains("\nringside " + command);
            assertThat(Told.by(command, "--help").code()).as(command).isZero();
        }
    }
}
