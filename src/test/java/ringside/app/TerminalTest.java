package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalTest {
    @Test
    void namesItsCommandsAndExitCodes() {
        var told = Told.by("--help");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .startsWith("Usage: ringside [-hV] COMMAND\n")
                .contains("\n  serve ", "\n  pick ", "\n  explain ", "\n  lesson ", "\n  policies ")
                .contains("Exit codes: 0 done, 1 a check failed, 2 unusable input");
        assertThat(told.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "pick", "explain", "render", "lesson", "policies"})
    void explainsEachCommand(String command) {
        var told = Told.by(command, "--help");

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("Usage: ringside " + command + " ");
    }

    @Test
    void knowsItsVersion() {
        assertThat(Told.by("--version").out()).matches("ringside \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void refusesWhatItDoesNotUnderstandInOneLineWithAHint() {
        assertThat(Told.by("pikc"))
                .isEqualTo(new Told(
                        2,
                        "",
                        "ringside: Unmatched argument at index 0: 'pikc';"
                                + " did you mean pick?; see ringside --help\n"));
        assertThat(Told.by("pick"))
                .isEqualTo(new Told(
                        2, "", "ringside pick: Missing required parameter: 'FILE'; see ringside pick --help\n"));
        assertThat(Told.by("lesson"))
                .isEqualTo(new Told(
                        2, "", "ringside lesson: list, play, check or new is missing; see ringside lesson --help\n"));
        assertThat(Told.by("serve", "x.yaml", "--port", "many"))
                .isEqualTo(new Told(
                        2,
                        "",
                        "ringside serve: Invalid value for option '--port': 'many' is not an int;"
                                + " see ringside serve --help\n"));
    }

    @Test
    void neverRepeatsControlCharacters() {
        assertThat(Told.by("\u001b[2J\n").err()).doesNotContain("\u001b").contains("\\u001b[2J\\n");
        assertThat(Told.by("pick", "\u001b[2J", "--count", "1").err())
                .isEqualTo("\\u001b[2J:1:1: there is no such file; check its name and folder\n");
    }

    @Test
    void tellsWhenOutputIsLost() {
        var full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var err = new StringWriter();
        var streams = new Terminal.Streams(InputStream.nullInputStream(), new PrintWriter(full), new PrintWriter(err));

        assertThat(Terminal.run(streams, List.of("policies"))).isEqualTo(70);
        assertThat(err.toString()).isEqualTo("ringside: not everything could be written to standard output\n");
    }

    @Test
    void listsEveryPolicyWithItsOptions() {
        var told = Told.by("policies");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("textbook/round-robin\n    Gives each server one request in turn.\n")
                .contains("    points=100  points on the ring for each unit of weight (1 to 1000)\n");
    }
}
