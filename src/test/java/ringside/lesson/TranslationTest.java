package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.config.BadInput;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Progress;

final class TranslationTest {
    private static final String BODY = """
        # Draft

        ## One leaves

        Two servers take turns.

        ```predict
        question: How many stay?
        kind: number
        answer: servers
        right: "{servers}."
        otherwise: "It is {servers}."
        because: "So many because…"
        ```

        ```do
        remove B
        ```

        ```task
        text: Bring C.
        until: in_pool(C)
        hint: Use the menu.
        solution: add C
        ```

        ## The end

        ```check
        # both are there
        servers == 2
        ```

        ```card
        front: How many?
        back: Two.
        ```
        """;

    private static final String GERMAN = BODY.replace("# Draft", "# Entwurf")
            .replace("One leaves", "Einer geht")
            .replace("Two servers take turns.", "Zwei Server wechseln sich ab.")
            .replace("How many stay?", "Wie viele bleiben?")
            .replace("It is {servers}", "Es sind {servers}")
            .replace("So many because", "So viele, weil")
            .replace("Bring C.", "Hol C.")
            .replace("Use the menu.", "Nimm das Menü.")
            .replace("The end", "Das Ende")
            .replace("both are there", "beide sind da")
            .replace("How many?", "Wie viele?")
            .replace("Two.", "Zwei.");

    private static final int HEAD = Draft.HEAD_LINES;

    @TempDir
    private Path folder;

    private Path german;

    @BeforeEach
    void write() throws IOException {
        var draft = Files.createDirectory(folder.resolve("draft"));
        german = draft.resolve("lesson.de.md");
        Files.writeString(draft.resolve("lesson.md"), Draft.HEAD + BODY);
        Files.writeString(german, Draft.HEAD.replace("title: Draft", "title: Entwurf") + GERMAN);
    }

    private void stray(String before, String after) throws IOException {
        var text = Files.readString(german);
        assertThat(text).contains(before);
        Files.writeString(german, text.replace(before, after));
    }

    private Lesson in(Locale language) {
        var lessons = Lessons.in(folder, language);
        assertThat(lessons.problems()).isEmpty();
        return lessons.all().getFirst();
    }

    @Test
    void isTakenInItsLanguageAndTheOriginalInAnyOther() {
        assertThat(in(Locale.of("de", "AT")).title()).isEqualTo("Entwurf");
        assertThat(in(Locale.GERMAN).steps()).extracting(Step::title).containsExactly("Einer geht", "Das Ende");
        assertThat(in(Locale.GERMAN).file()).isEqualTo("draft/lesson.de.md");
        assertThat(in(Locale.FRENCH).title()).isEqualTo("Draft");
        assertThat(Lessons.in(folder).all()).extracting(Lesson::title).containsExactly("Draft");
    }

    @Test
    void sharesItsCardsWithItsOriginal() {
        var one = Deck.of(in(Locale.ENGLISH));
        var other = Deck.of(in(Locale.GERMAN));
        assertThat(other.key(other.items().getFirst().card()))
                .isEqualTo(one.key(one.items().getFirst().card()));
        assertThat(other.items().getFirst().card().back()).isEqualTo(Template.plain("Zwei."));
    }

    @Test
    void takesUpWhatWasDoneInItsOriginal() {
        var lesson = in(Locale.ENGLISH);
        try (var run = LessonRun.start(lesson, (_, s) -> new SimulatedWorld(s), new Replay())) {
            run.observe();
            run.predict(lesson.blocks(Block.Predict.class).getFirst(), "2");
            run.press(lesson.blocks(Block.Do.class).getFirst());
            var mark = run.bookmark();
            var translated = in(Locale.GERMAN);
            assertThat(translated.digest()).isNotEqualTo(lesson.digest());
            try (var again = LessonRun.resume(
                    translated, (_, s) -> new SimulatedWorld(s), new Replay(), mark, Progress.UNWATCHED)) {
                assertThat(again.world().scenario().servers()).hasSize(1);
                again.speak(Locale.GERMAN);
                assertThat(again.remaining()).contains("Die Aufgabe ist noch nicht erledigt.");
                again.solve(translated.blocks(Block.Task.class).getFirst());
                assertThat(again.done(translated.blocks(Block.Task.class).getFirst()))
                        .contains("Erledigt.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "minutes: 5; minutes: 6",
                "constant: 20ms}}, {name: B; constant: 20ms}}, {name: C",
                "answer: servers; answer: servers + 1",
                "remove B; drain B",
                "servers == 2; servers < 3",
                "hint: Nimm das Menü.; ",
                "kind: number; kind: number\\ntolerance: 1",
                "## Das Ende; ### Das Ende",
            })
    void isNotTakenWhereItStrays(String before, String after) throws IOException {
        stray(before, after == null ? "" : after.replace("\\n", "\n"));
        var lessons = Lessons.in(folder, Locale.GERMAN);
        assertThat(lessons.all()).extracting(Lesson::title).containsExactly("Draft");
        assertThat(lessons.problems()).singleElement().asString().startsWith("draft/lesson.de.md:");
        assertThatThrownBy(() -> Lessons.file(german, "draft/lesson.de.md")).isInstanceOf(BadInput.class);
    }

    private void strays(int line, int column, String told) {
        assertThat(Lessons.in(folder).problems())
                .singleElement()
                .isEqualTo("draft/lesson.de.md:" + line + ":" + column + ": " + told);
    }

    @Test
    void namesThePlaceAndWhatShouldStandThere() throws IOException {
        stray("answer: servers", "answer: servers + 1");
        strays(
                HEAD + 10,
                9,
                "`answer` should be servers as in lesson.md, line 23; a translation changes only what is read");
    }

    @Test
    void namesABlockThatIsMissing() throws IOException {
        stray("```do\nremove B\n```\n\n", "");
        strays(HEAD + 16, 1, "here should be the block `do` as in lesson.md, line 29");
    }

    @Test
    void namesAStepThatIsMissing() throws IOException {
        var text = Files.readString(german);
        Files.writeString(german, text.substring(0, text.indexOf("## Das Ende")));
        strays(HEAD + 3, 1, "the step after this one is missing; translate \"The end\", lesson.md, line 40");
    }

    @Test
    void isCalledAfterItsLanguage() throws IOException {
        Files.move(german, german.resolveSibling("lesson.german.md"));
        strays("lesson.german.md");
    }

    private void strays(String name) {
        assertThat(Lessons.in(folder).problems())
                .containsExactly("draft/" + name + ":1:1: a translation is called after its language, such as"
                        + " lesson.de.md");
    }

    @Test
    void mayStandBesideAFileOfCards() throws IOException {
        var cards = Files.createDirectory(folder.resolve("cards"));
        var text = """
            ---
            id: mine
            title: Mine
            scenario: {pool: {policy: textbook/round-robin, servers: [{name: A}]}}
            ---
            ```card
            front: What?
            back: That.
            ```
            """;
        Files.writeString(cards.resolve("mine.md"), text);
        var translated = cards.resolve("mine.de.md");
        Files.writeString(translated, text.replace("What?", "Was?").replace("title: Mine", "title: Meine"));
        assertThat(Decks.files(cards, f -> "cards/" + f.getFileName()).problems())
                .isEmpty();
        assertThat(Decks.files(cards, f -> "cards/" + f.getFileName()).all())
                .extracting(Deck::title)
                .containsExactly("Mine");
        var one = Decks.file(cards.resolve("mine.md"), "cards/mine.md");
        var other = Decks.file(translated, "cards/mine.de.md");
        assertThat(other.title()).isEqualTo("Meine");
        assertThat(other.items().getFirst().card().id())
                .isEqualTo(one.items().getFirst().card().id());

        Files.writeString(translated, text.replace("id: mine", "id: other"));
        assertThat(Decks.files(cards, f -> "cards/" + f.getFileName()).problems())
                .containsExactly(
                        "cards/mine.de.md:2:5: `id` should be mine as in mine.md, line 2; a translation changes"
                                + " only what is read");
    }
}
