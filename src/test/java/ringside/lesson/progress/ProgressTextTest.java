package ringside.lesson.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;

final class ProgressTextTest {
    private static final Answer WRONG = new Answer(
            "3.2",
            "How many keys move?",
            "75",
            "75 %",
            "all of „mod“ changes",
            Optional.of(new Answer.Verdict(false, "25 %", "Only C’s \"arc\" moves.\nLook.")),
            1_800_000_000_000L);
    private static final StoryText STORY =
            new StoryText("pool:\n  servers: [{name: A}]\n", "1.5s kill A\n", 2_500_000_000L);
    private static final Progress EVERYTHING = new Progress(
            Map.of(
                    "the-ring",
                    new LessonNotes(
                            4,
                            true,
                            1_800_000_000_000L,
                            1_800_000_100_000L,
                            90_000,
                            List.of(WRONG),
                            Optional.of(new Bookmark(
                                    "ab12",
                                    4,
                                    3,
                                    List.of(WRONG),
                                    Map.of("2.1", "Done."),
                                    Map.of("1.3", "", "2.4", "there is no server Z"),
                                    Map.of("3.4", "pool: {}"),
                                    Map.of("3.2", 77L),
                                    Map.of("3.2", "25"),
                                    Map.of(
                                            "4.1",
                                            new Draft(
                                                    Optional.of("server {\n"),
                                                    List.of(3, 1),
                                                    List.of(8081, 8083),
                                                    true),
                                            "4.2",
                                            new Draft(Optional.empty(), List.of(), List.of(), false)),
                                    new Bookmark.Undoing("0s recover A\n", ""),
                                    Optional.of(STORY)))),
                    "zombies",
                    LessonNotes.begun(5)),
            Map.of("mod-4-5", List.of(new Review(7, 1), new Review(9, 4))),
            Map.of("mine-1", new OwnCard("mine-1", "the-ring", "Where?", "At B", 11, Optional.of(STORY))),
            Map.of("mod-4-5", 1_800_000_000_000L, "arc", Progress.FOR_GOOD));

    @Test
    void isReadAsItWasWritten() {
        assertThat(ProgressReader.read("progress.json", ProgressText.write(EVERYTHING)))
                .isEqualTo(EVERYTHING);
        assertThat(ProgressReader.read("progress.json", "{}")).isEqualTo(Progress.NONE);
    }

    @Test
    void isReadAsItWasWrittenBeforeThereWereDrafts() {
        var text = ProgressText.write(EVERYTHING);
        int from = text.indexOf("\"right\": {");
        int to = text.indexOf("\"world\": {", from);
        assertThat(from).isPositive();
        var mark = ProgressReader.read("progress.json", text.substring(0, from) + text.substring(to))
                .lesson("the-ring")
                .orElseThrow()
                .bookmark()
                .orElseThrow();
        assertThat(mark.asked()).containsEntry("3.2", 77L);
        assertThat(mark.drafts()).isEmpty();
        assertThat(mark.right()).isEmpty();
        assertThat(mark.undoing()).isEqualTo(Bookmark.Undoing.NOTHING);
        assertThat(mark.world()).contains(STORY);
    }

    @Test
    void leavesOutADraftThatIsTooLong() {
        var drafts = Map.of(
                "1.1", new Draft(Optional.of("y".repeat(64 * 1024 + 1)), List.of(), List.of(), true),
                "1.2", new Draft(Optional.of("y".repeat(64 * 1024)), List.of(), List.of(), true));
        var mark = new Bookmark(
                "ab",
                1,
                1,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                drafts,
                Bookmark.Undoing.NOTHING,
                Optional.empty());
        var progress = Progress.NONE.with("the-ring", LessonNotes.begun(1).taken(mark, false, 2));
        var read = ProgressReader.read("progress.json", ProgressText.write(progress));
        assertThat(read.lesson("the-ring")
                        .orElseThrow()
                        .bookmark()
                        .orElseThrow()
                        .drafts())
                .containsOnlyKeys("1.2");
    }

    @Test
    void canBeReadByPeople() {
        assertThat(ProgressText.write(EVERYTHING).lines())
                .contains("      \"reached\": 4,")
                .anyMatch(line -> line.endsWith("\"because\": \"all of „mod“ changes\","));
    }

    @Test
    void leavesOutAStoryThatIsTooLong() {
        var tooLong = new StoryText("x", "y".repeat(256 * 1024 + 1), 0);
        var progress = Progress.NONE.with(new OwnCard("mine-1", "", "?", "!", 1, Optional.of(tooLong)));
        var read = ProgressReader.read("progress.json", ProgressText.write(progress));
        assertThat(Objects.requireNonNull(read.cards().get("mine-1")).moment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reached\": 4 | \"reached\": 0 | lessons/the-ring/reached should be a whole number from 1 to 1000",
                "\"reached\": 4 | \"reached\": 4.5 | lessons/the-ring/reached should be a whole number from 1 to 1000",
                "\"done\": true | \"done\": \"yes\" | lessons/the-ring/done should be true or false",
                "\"shown\": 3 | \"shown\": 5 | the step that is shown is from 1 to the one reached, not 5 of 4",
                "\"grade\": 4 | \"grade\": 9 | reviews/mod-4-5/2/grade should be a whole number from 1 to 4",
                "\"front\": \"Where?\" | \"front\": [] | cards/mine-1/front should be a text of at most 8000"
                        + " characters",
                "\"mine-1\" | \"\" | cards should be called by ids of 1 to 128 characters"
            })
    void saysWhatIsWrongInOneSentence(String is, String wrong, String said) {
        var text = ProgressText.write(EVERYTHING).replaceFirst(Pattern.quote(is), wrong);
        assertThatThrownBy(() -> ProgressReader.read("mine.json", text))
                .isInstanceOf(BadInput.class)
                .hasMessage("mine.json:1:1: " + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{} {}", "{'a': 1}", "{\"a\": NaN}", "null", "\u0000", "<xml/>"})
    void refusesWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> ProgressReader.read("mine.json", text)).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesWhatIsTooDeepOrTooMuch() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> ProgressReader.read("mine.json", "{\"lessons\": " + deep + "}"))
                .isInstanceOf(BadInput.class);
        var many = "{\"grade\": 1, \"when\": 1},".repeat(501).replaceFirst(",$", "");
        assertThatThrownBy(() -> ProgressReader.read("mine.json", "{\"reviews\": {\"a\": [" + many + "]}}"))
                .hasMessageContaining("reviews/a should be a list of at most 500");
    }
}
