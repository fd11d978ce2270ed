package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;

/** Lessons come from strangers: none may hang, overflow, or read what is not its own. */
final class HostileLessonTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Files.writeString(folder.resolve("lesson.md"), Draft.HEAD + "## One\n" + "x".repeat(300_000));
        assertThatThrownBy(() -> LessonFile.read(folder, "big"))
                .hasMessage("big/lesson.md:1:1: this file is larger than 262144 bytes; it should be smaller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "- 1. ", "[", "![", "**", "*_", "a`", "<", "a~~", "&"})
    void staysFlatHoweverDeepMarkdownIsNested(String piece) {
        var text = "## One\nBegin.\n\n" + piece.repeat(20_000) + "x\n";
        Assertions.assertTimeoutPreemptively(
                SOON, () -> assertThat(Draft.read(text).steps()).hasSize(1));
    }

    @Test
    void refusesYamlThatIsNestedOrMultiplied() {
        assertThatThrownBy(() -> Draft.read("## One\n" + Draft.fenced("predict", "question: " + "[".repeat(10_000))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nested more than 50 deep");
        assertThatThrownBy(() -> Draft.read("## One\n" + Draft.fenced("card", "front: &a x\nback: *a")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("anchors and aliases are not allowed");
        assertThatThrownBy(() -> Draft.read("## One\n" + Draft.fenced("card", "front: !!java.io.File x\nback: y")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not allowed");
    }

    @Test
    void refusesTooManyStepsAndBlocks() {
        assertThatThrownBy(() -> Draft.read("## One\nx\n".repeat(61)))
                .hasMessage("draft/lesson.md:134:1: a lesson has at most 60 steps; split it");
        assertThatThrownBy(() -> Draft.read(
                        "## One\n" + Draft.fenced("check", "servers == 2").repeat(501)))
                .hasMessageContaining("a lesson has at most 500 blocks; split it");
    }

    @Test
    void refusesServersBeyondThisMachine() {
        assertThatThrownBy(() -> Draft.read("## One\n" + Draft.fenced("do", "add C at 93.184.216.34:80")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("draft/lesson.md:16:10: ")
                .hasMessageContaining("beyond loopback");
    }

    @Test
    void refusesKeysFromAnotherFolder() {
        var head = Draft.HEAD.replace("constant: 50/s}", "constant: 50/s}, keys: {file: ../../secret.txt}");
        assertThatThrownBy(() -> Draft.whole(head + "## One\nx\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("draft/lesson.md:12:")
                .hasMessageContaining("leads out of the scenario's folder");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("lesson.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xff});
        assertThatThrownBy(() -> LessonFile.read(folder, "x"))
                .hasMessage("x/lesson.md:2:1: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void readsEveryBeginningOfALessonOrSaysWhatIsWrongWithIt() throws IOException {
        var text = Files.readString(Path.of("lessons", "09-add-and-remove", "lesson.md"));
        for (int end = 0; end < text.length(); end += 37) {
            var part = text.substring(0, end);
            try {
                Draft.whole(part);
            } catch (BadInput e) {
                assertThat(e).hasMessageMatching("draft/lesson\\.md:\\d+:\\d+: .+");
            }
        }
    }
}
