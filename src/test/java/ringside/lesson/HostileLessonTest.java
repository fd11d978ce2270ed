package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @ValueSource(strings = {"[", "![", "**", "*_", "a`", "<", "a~~", "&"})
    void staysFlatHoweverDeepMarkdownIsNested(String piece) {
        var text = "## One\nBegin.\n\n" + piece.repeat(20_000) + "x\n";
        Assertions.assertTimeoutPreemptively(
                SOON, () -> assertThat(Draft.read(text).steps()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "- 1. ", "> - "})
    void refusesQuotesAndListsThatAreTooDeepToReadWhatFollows(String piece) {
        Assertions.assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> Draft.read("## One\nBegin.\n\n" + piece.repeat(20_000) + "x\n"))
                        .hasMessage("draft/lesson.md:17:1: this is nested more than 16 deep; it should be flatter"));
    }

    @Test
    void readsListsAsDeepAsAnyoneWritesThem() {
        var list = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            list.append("  ".repeat(i)).append("- x\n");
        }
        assertThat(Draft.read("## One\n" + list + "\n```do\nremove B\n```\n").blocks(Block.Do.class))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "add ", "[1", "[ ", "```trial\n", "- ", "id:", ", id: a", "{", "`"})
    void isReadQuicklyWhateverIsRepeated(String piece) {
        var text = Draft.HEAD + "## One\nx\n" + piece.repeat(200_000 / piece.length()) + "add ";
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            try {
                Draft.whole(text);
            } catch (BadInput e) {
                assertThat(e).hasMessageStartingWith("draft/lesson.md:");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do | label: \"a\\e[31mb\"\\nwords: add C | 16:8: `label` has character U+001B, which can't be seen;"
                        + " take it out",
                "card | front: \"a \\u202e b\"\\nback: x | 16:8: `front` has character U+202E, which can't be seen;"
                        + " take it out"
            })
    void refusesWhatYamlHides(String kind, String content, String message) {
        var block = Draft.fenced(kind, content.replace("\\n", "\n"));
        assertThatThrownBy(() -> Draft.read("## One\n" + block)).hasMessage("draft/lesson.md:" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a &#27;[2J b", "**a &#x202e; b**", "- `x` &#155;31m", "[a](https://e.org \"&#27;\")"})
    void refusesWhatMarkdownHides(String prose) {
        assertThatThrownBy(() -> Draft.read("## One\n" + prose + "\n"))
                .hasMessageMatching(
                        "draft/lesson\\.md:15:\\d+: character U\\+[0-9A-F]{4} stands here and can't be seen;"
                                + " take it out");
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
    void followsNoLinkToALessonOrAFileOfCards() throws IOException {
        var elsewhere =
                Files.writeString(Files.createDirectory(folder.resolve("else")).resolve("x.md"), "secret");
        var mine = Files.createDirectory(folder.resolve("mine"));
        Files.createSymbolicLink(mine.resolve("lesson.md"), elsewhere);
        assertThat(Lessons.in(folder).problems())
                .containsExactly("mine/lesson.md:1:1: this is a link or a device; put the file itself here");
        var cards = Files.createDirectory(folder.resolve("cards"));
        Files.createSymbolicLink(cards.resolve("x.md"), elsewhere);
        assertThat(Decks.in(folder, List.of()).problems())
                .containsExactly("cards/x.md:1:1: this is a link or a device; put the file itself here");
    }

    @Test
    void waitsForNoPipe() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("lesson.md").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(Lessons.in(folder).problems()).singleElement().asString().endsWith("put the file itself here");
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
