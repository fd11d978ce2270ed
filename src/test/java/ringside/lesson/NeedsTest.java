package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.BadInput;

final class NeedsTest {
    private static final String CARDS = """
        ---
        id: mine
        title: Mine
        needs: [%s]
        scenario: {pool: {policy: textbook/round-robin, servers: [{name: A}]}, traffic: {arrivals: none}}
        ---
        ```card
        front: What?
        back: That.
        ```
        """;

    @TempDir
    private Path folder;

    private Path lesson(String id, String needs) throws IOException {
        var text = Draft.HEAD.replace("id: draft", "id: " + id).replace("world:", "needs: [" + needs + "]\nworld:");
        return Files.writeString(
                Files.createDirectories(folder.resolve(id)).resolve("lesson.md"), text + "## One\nx\n");
    }

    @Test
    void areMetByLessonsOfTheFolderAndByThoseOfTheProgram() throws IOException {
        lesson("first", "round-robin");
        lesson("second", "first, the-ring");
        assertThat(Lessons.in(folder).problems()).isEmpty();
        assertThat(Lessons.in(folder.resolve("second")).problems()).isEmpty();
        assertThat(Lessons.file(folder.resolve("second/lesson.md"), "lesson.md").problems())
                .isEmpty();
    }

    @Test
    void areNamedWithTheirPlaceAndTheNearestIdWhenThereIsNoSuchLesson() throws IOException {
        lesson("first", "round-robbin");
        lesson("second", "first, frist");
        assertThat(Lessons.in(folder).all()).hasSize(2);
        assertThat(Lessons.in(folder).problems())
                .satisfiesExactly(
                        told -> assertThat(told)
                                .startsWith("first/lesson.md:6:9: no lesson is called round-robbin; did you mean"
                                        + " `round-robin`?"),
                        told -> assertThat(told)
                                .startsWith("second/lesson.md:6:16: no lesson is called frist; did you mean `first`?"));
        assertThat(Lessons.in(folder.resolve("first")).problems()).hasSize(1);
    }

    @Test
    void areToldWhenTheyGoInACircle() throws IOException {
        lesson("a", "b");
        lesson("b", "c");
        lesson("c", "a");
        lesson("d", "a");
        lesson("e", "e");
        assertThat(Lessons.in(folder).problems())
                .containsExactly(
                        "a/lesson.md:6:9: a needs b, which needs c, which needs a; one of them has to come first, so"
                                + " leave one of these needs out",
                        "e/lesson.md:6:9: e needs itself; leave that out");
    }

    @Test
    void ofCardsAreCheckedToo() throws IOException {
        lesson("first", "round-robin");
        var cards = Files.createDirectory(folder.resolve("cards")).resolve("mine.md");
        Files.writeString(cards, CARDS.formatted("first, zombies"));
        var lessons = Lessons.in(folder).all();
        assertThat(Decks.in(folder, lessons).problems()).isEmpty();
        assertThat(Decks.files(folder.resolve("cards"), f -> "cards/" + f.getFileName())
                        .problems())
                .isEmpty();
        assertThat(Decks.file(cards, "cards/mine.md").needs()).hasSize(2);

        Files.writeString(cards, CARDS.formatted("first, zombie"));
        var wanted = "cards/mine.md:4:16: no lesson is called zombie; did you mean `zombies`?";
        assertThat(Decks.in(folder, lessons).problems())
                .singleElement()
                .asString()
                .startsWith(wanted);
        assertThat(Decks.files(folder.resolve("cards"), f -> "cards/" + f.getFileName())
                        .problems())
                .singleElement()
                .asString()
                .startsWith(wanted);
        assertThatThrownBy(() -> Decks.file(cards, "cards/mine.md"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(wanted);
    }

    @Test
    void ofAllThatIsShippedAreMet() {
        var lessons = Lessons.builtIn();
        assertThat(lessons.problems()).isEmpty();
        assertThat(Decks.builtIn(lessons.all()).problems()).isEmpty();
        assertThat(lessons.all().stream().map(Lesson::id)).containsExactlyElementsOf(ids());
    }

    private static List<String> ids() {
        return Lessons.builtIn().all().stream()
                .map(Lesson::id)
                .filter(Lessons.shippedIds()::contains)
                .toList();
    }
}
