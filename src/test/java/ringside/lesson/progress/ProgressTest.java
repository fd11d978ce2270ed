package ringside.lesson.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final long MINUTE = 60_000;

    @Test
    void keepsTheOrderOfReviewsAndTheLastFiveHundred() {
        var progress = Progress.NONE;
        for (long at = 1; at <= 501; at++) {
            progress = progress.reviewed("mod-4-5", new Review(at, 3));
        }
        assertThat(progress.reviews("mod-4-5").stream().map(Review::millis))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 501).boxed().toList());
        assertThat(progress.reviews("another")).isEmpty();
    }

    @Test
    void refusesAGradeThatThereIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Review(1, 5)).withMessageContaining("from 1 to 4");
    }

    @Test
    void takesACardAwayWithItsReviews() {
        var card = new OwnCard("mine-1", "the-ring", "Where?", "At B", 5, Optional.empty());
        var progress = Progress.NONE.with(card).reviewed("mine-1", new Review(9, 1));
        assertThat(progress.withoutCard("mine-1")).isEqualTo(Progress.NONE);
    }

    @Test
    void forgetsOneLessonAndNoCard() {
        var progress = Progress.NONE
                .with("the-ring", LessonNotes.begun(1))
                .with("zombies", LessonNotes.begun(2))
                .reviewed("arc", new Review(3, 4));
        assertThat(progress.withoutLesson("the-ring").lessons()).containsOnlyKeys("zombies");
        assertThat(progress.withoutLesson("the-ring").reviews("arc")).containsExactly(new Review(3, 4));
    }

    @Test
    void countsPausesUpToFiveMinutesAsTimeSpent() {
        var notes = LessonNotes.begun(0)
                .taken(bookmark(1), false, 2 * MINUTE)
                .taken(bookmark(2), false, 62 * MINUTE)
                .resumed(900 * MINUTE)
                .taken(bookmark(3), true, 901 * MINUTE);
        assertThat(notes.spentMillis()).isEqualTo(8 * MINUTE);
        assertThat(notes.done()).isTrue();
        assertThat(notes.bookmark()).isEmpty();
    }

    @Test
    void givesAnAnswerTheTimeAtWhichItWasFirstSeen() {
        var open = answer("2.1", Optional.empty());
        var judged = answer("2.1", Optional.of(new Answer.Verdict(false, "B", "B has more keys.")));
        var notes = LessonNotes.begun(0).taken(bookmark(2, open), false, 7).taken(bookmark(2, judged), false, 20);
        assertThat(notes.answers()).containsExactly(judged.at(7));
    }

    @Test
    void remembersTheAnswersOfEarlierTimesAndShowsTheLastOfEach() {
        var first = LessonNotes.begun(0)
                .taken(bookmark(10, answer("10.1", Optional.empty()), answer("2.1", Optional.empty())), true, 7);
        var notes = first.again(100).taken(bookmark(2, answer("2.1", Optional.empty())), false, 120);
        assertThat(notes.answers().stream().map(Answer::millis)).containsExactly(7L, 7L, 120L);
        assertThat(notes.latest().stream().map(a -> a.place() + " at " + a.millis()))
                .containsExactly("2.1 at 120", "10.1 at 7");
        assertThat(notes.done()).isTrue();
    }

    @Test
    void isMergedWithoutLosingOrDoublingAnything() {
        var common = Progress.NONE.reviewed("arc", new Review(1, 3));
        var here = common.reviewed("arc", new Review(5, 3))
                .with("the-ring", LessonNotes.begun(1).taken(bookmark(4), true, 9));
        var there = common.reviewed("arc", new Review(3, 1))
                .with("the-ring", LessonNotes.begun(1).taken(bookmark(2), false, 12))
                .with(new OwnCard("mine-1", "", "Which?", "B", 4, Optional.empty()));
        var both = here.and(there);
        assertThat(both.reviews("arc")).containsExactly(new Review(1, 3), new Review(3, 1), new Review(5, 3));
        assertThat(both.lesson("the-ring").orElseThrow().done()).isTrue();
        assertThat(both.lesson("the-ring").orElseThrow().reached()).isEqualTo(2);
        assertThat(both.cards()).containsOnlyKeys("mine-1");
        assertThat(both.and(there)).isEqualTo(both);
    }

    static Bookmark bookmark(int reached, Answer... answers) {
        return new Bookmark(
                "abc",
                reached,
                reached,
                List.of(answers),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Bookmark.Undoing.NOTHING,
                Optional.empty());
    }

    static Answer answer(String place, Optional<Answer.Verdict> verdict) {
        return new Answer(place, "Who gets key 7?", "C", "server C", "it is next", verdict, 0);
    }
}
