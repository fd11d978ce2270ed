package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.lesson.expression.Facts;

final class LessonFileTest {
    @TempDir
    private Path folder;

    private static final Facts NOTHING = (name, _) -> {
        throw new AssertionError("nobody asks for " + name);
    };

    private static void refused(String body, String message) {
        assertThatThrownBy(() -> Draft.read(body)).isInstanceOf(BadInput.class).hasMessageStartingWith(message);
    }

    @Test
    void cutsStepsAtTheirHeadingsAndKeepsTheOrderOfBlocks() {
        var lesson = Draft.read("""
            # Draft

            Before the first step.

            ## One

            A *paragraph*, and

            - a list

            ```do
            remove B
            ```

            After it.

            ## Two

            ```say
            when: servers == 1
            text: "One is left, {servers}."
            ```
            """);
        assertThat(lesson.steps()).extracting(Step::title).containsExactly("Draft", "One", "Two");
        assertThat(lesson.steps().get(1).blocks())
                .extracting(b -> b.getClass().getSimpleName() + " " + b.at().line())
                .containsExactly("Prose 20", "Do 24", "Prose 28");
        assertThat(((Block.Prose) lesson.steps().get(1).blocks().getFirst()).text(NOTHING))
                .isEqualTo("A paragraph, and\n\n- a list");
    }

    @Test
    void readsADoBlockInWordsAndInYaml() {
        var blocks = Draft.read("## One\n"
                        + Draft.fenced("do", "# two servers more\nadd C\n  add D weight 2")
                        + Draft.fenced("do", "label: Go\nauto: true\nwords: remove B"))
                .blocks(Block.Do.class);
        assertThat(blocks.getFirst().label()).isEqualTo("add C, add D weight 2");
        assertThat(blocks.getFirst().commands())
                .extracting(c -> c.at().toString() + " " + c.text())
                .containsExactly("draft/lesson.md:17:1 add C", "draft/lesson.md:18:3 add D weight 2");
        assertThat(blocks.getLast().auto()).isTrue();
        assertThat(blocks.getLast().label()).isEqualTo("Go");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiz | x | 15:4: unknown block `quiz`; there are do, predict, task, trial, keep, workshop, say, card,"
                        + " check, and text for words to be shown as they are",
                "do | remove B\\nvanish B | 17:1: unknown command",
                "do | add C wieght 3 | 16:7: `wieght` is one word too many",
                "do | label: Go | 16:1: `words` is missing",
                "do | label: Go\\nwords: [remove B]\\ncolour: red | 18:1: unknown key `colour`",
                "say | when: servers\\ntext: x | 16:7: this is a number; a condition compares, such as",
                "say | when: \"servers == serverz\"\\ntext: x | 16:19: there is no fact \"serverz\"; did you mean",
                "say | when: servers == 1\\ntext: \"{server}\" | 17:9: there is no fact \"server\"; did you mean",
                "say | when: servers == 1\\ntext: has {servers | 17:11: this { is not closed; write",
                "check | servers == 2\\n"
                        + "  chosen(Z) == 1 | 17:10: no server of this lesson is named \"Z\"; there are A, B",
                "check | when: servers == 2\\nclaims: [] | 15:1: this block does nothing",
                "card | front: x | 16:1: `back` is missing",
                "task | text: x\\nuntil: in_pool(B)\\nsolution: remuve B | 18:11: unknown command `remuve`"
            })
    void tellsTheColumnOfWhatIsWrongInABlock(String kind, String content, String message) {
        assertThatThrownBy(() -> Draft.read("## One\n" + Draft.fenced(kind, content.replace("\\n", "\n"))))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("draft/lesson.md:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: number\\nanswer: 313 | 18:9: `answer` asks no fact; an answer is computed from the world,"
                        + " such as remap.fraction",
                "kind: number\\nanswer: policy | 18:9: `answer` is text; a question of this kind wants a number",
                "kind: number\\n"
                        + "answer: servers\\n"
                        + "options: [] | 19:10: `options` belongs to kind: choice, server, bars or order; leave it out"
                        + " here",
                "kind: number\\nanswer: servers | 16:1: `otherwise` is missing",
                "kind: percent\\nanswer: remap.fraction\\ntolerance: 200% | 19:12: `tolerance`: write a percentage"
                        + " here, such as 2%",
                "kind: choice\\n"
                    + "answer: if(servers == 2, yes, no)\\n"
                    + "options: [{id: yes}, {id: nope}] | 18:31: there is no fact \"no\"; text stands in quotes, and"
                    + " lessons/README.md lists the facts",
                "kind: choice\\nanswer: if(servers == 2, yes, up)\\noptions: [{id: yes}, {id: nope}]"
                        + " | 18:9: `answer` can be up, which is none of the options yes, nope",
                "kind: choice\\nanswer: if(servers == 2, yes, yes)\\noptions: [{id: yes}, {id: yes}]"
                        + " | 19:27: `id` is yes a second time; each option has its own",
                "kind: server\\nanswer: owner(x)\\noptions: [{id: A}, {id: Z}]"
                        + " | 19:25: `id` is Z, and the lesson has no such server",
                "kind: number\\nanswer: servers\\notherwise: x\\nwrong: [{value: policy, because: x}]"
                        + " | 20:17: `value` is text, and the answer is a number"
            })
    void tellsTheColumnOfWhatIsWrongInAQuestion(String fields, String message) {
        var content = "question: How many?\n" + fields.replace("\\n", "\n") + "\nright: So many.";
        refused("## One\n" + Draft.fenced("predict", content), "draft/lesson.md:" + message);
    }

    @Test
    void wantsAHeadThatIsWhole() {
        assertThatThrownBy(() -> Draft.whole("# Draft\n"))
                .hasMessage("draft/lesson.md:1:1: front matter is missing; the first line is ---,"
                        + " then id, title and so on");
        assertThatThrownBy(() -> Draft.whole("---\nid: draft\n"))
                .hasMessage("draft/lesson.md:1:1: the front matter that begins here has no end; close it with ---");
        assertThatThrownBy(() -> Draft.whole(Draft.HEAD.replace("level: change", "level: fun") + "## One\nx\n"))
                .hasMessageStartingWith("draft/lesson.md:5:8: `level` is fun");
        assertThatThrownBy(() -> Draft.whole(Draft.HEAD.replace("id: draft", "id: Draft Two") + "## One\nx\n"))
                .hasMessage("draft/lesson.md:2:5: `id`: an id is small letters and digits joined by hyphens,"
                        + " such as the-ring");
        assertThatThrownBy(() -> Draft.whole(Draft.HEAD.replace("minutes: 5\n", "") + "## One\nx\n"))
                .hasMessageStartingWith("draft/lesson.md:2:1: `minutes` is missing");
        assertThatThrownBy(() -> Draft.whole(Draft.HEAD.replace("{name: B,", "{name: A,") + "## One\nx\n"))
                .hasMessageStartingWith("draft/lesson.md:11:")
                .hasMessageContaining("two servers are named A");
    }

    @Test
    void wantsStepsWithSomethingInThem() {
        refused("", "draft/lesson.md:14:1: a lesson has at least one step; begin it with ## and a name");
        refused("## One\n## Two\nx\n", "draft/lesson.md:14:1: this step is empty; say what happens in it");
        refused(
                "# Else\n\n## One\nx\n",
                "draft/lesson.md:14:1: this title is not the one of the front matter; write # Draft");
        refused(
                "## One\nx\n\n# Draft\n",
                "draft/lesson.md:17:1: # is the lesson's title and comes first; a step begins with ##");
    }

    @Test
    void losesNoBlockThatIsOpenIndentedOrInsideAnother() {
        refused(
                "## One\n```do\nremove B\n",
                "draft/lesson.md:15:1: this block is not closed; end it with a line of ```");
        refused(
                "## One\n ```do\nremove B\n ```\n",
                "draft/lesson.md:15:1: this block is indented; begin its line with ```");
        refused(
                "## One\n- x\n\n  ```do\n  remove B\n  ```\n",
                "draft/lesson.md:17:3: this block stands inside something else; begin its line with ```");
    }

    @Test
    void showsRawHtmlAsTheTextItIs() {
        var prose = Draft.read("## One\nA <b>bold</b> try.\n\n<script>alert(1)</script>\n")
                .blocks(Block.Prose.class)
                .getFirst();
        assertThat(prose.text(NOTHING)).isEqualTo("A <b>bold</b> try.\n\n<script>alert(1)</script>");
        assertThat(prose.document().toString()).doesNotContain("Html");
        assertThat(prose.document().getLastChild().getFirstChild().getClass().getSimpleName())
                .isEqualTo("Text");
    }

    @Test
    void refusesPicturesAndLinksThatAreNotToTheWeb() {
        refused(
                "## One\nSee ![x](../../secret.png)\n",
                "draft/lesson.md:15:5: pictures are not shown in lessons; the stage is the picture");
        refused(
                "## One\nSee [x](file:///etc/passwd)\n",
                "draft/lesson.md:15:5: a link begins with https:// or http://");
        assertThat(Draft.read("## One\nSee [x](https://example.org/a)\n").steps())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"../other.yaml", "/etc/passwd", "deep/er.yaml", "scenario.txt", "https://example.org/s.yaml"})
    void readsNoScenarioFromElsewhere(String name) {
        var head = Draft.HEAD.substring(0, Draft.HEAD.indexOf("scenario:")) + "scenario: " + name + "\n---\n";
        assertThatThrownBy(() -> Draft.whole(head + "## One\nx\n"))
                .hasMessage("draft/lesson.md:8:11: `scenario` leads elsewhere; name a file beside the lesson,"
                        + " such as scenario.yaml");
    }

    @Test
    void readsAScenarioBesideTheLessonButFollowsNoLink() throws IOException {
        var head = Draft.HEAD.substring(0, Draft.HEAD.indexOf("scenario:")) + "scenario: scenario.yaml\n---\n";
        var text = head + "## One\nx\n";
        assertThatThrownBy(() -> LessonFile.read("l/lesson.md", text, folder))
                .hasMessage("l/lesson.md:8:11: `scenario` names scenario.yaml, and there is no such file beside the"
                        + " lesson");
        var outside = Files.writeString(folder.resolve("outside.txt"), "pool: {servers: []}\n");
        Files.createSymbolicLink(folder.resolve("scenario.yaml"), outside);
        assertThatThrownBy(() -> LessonFile.read("l/lesson.md", text, folder)).hasMessageContaining("no such file");
        Files.delete(folder.resolve("scenario.yaml"));
        Files.writeString(folder.resolve("scenario.yaml"), "pool: {servers: [{name: A, wieght: 2}]}\n");
        assertThatThrownBy(() -> LessonFile.read("l/lesson.md", text, folder))
                .hasMessageStartingWith("l/scenario.yaml:1:28: unknown key `wieght`");
    }
}
