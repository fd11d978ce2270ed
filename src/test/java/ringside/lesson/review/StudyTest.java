package ringside.lesson.review;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.lesson.review.Grade.AGAIN;
import static ringside.lesson.review.Grade.EASY;
import static ringside.lesson.review.Grade.GOOD;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.lesson.progress.Notebook;

final class StudyTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final Notebook notebook = Notebook.ofToday();
    private final Study study = study(new Plan(0.9, 3), "a", "b", "c", "d", "e");

    private Study study(Plan plan, String... cards) {
        return new Study(notebook, List.of(cards), plan, new Days(ZoneOffset.UTC));
    }

    private static Instant after(Duration wait) {
        return NOON.plus(wait);
    }

    @Test
    void asksAsManyNewCardsADayAsWerePlanned() {
        assertThat(study.queue(NOON)).containsExactly("a", "b", "c");
        study.grade("a", EASY, NOON);
        study.grade("b", EASY, NOON);
        assertThat(study.queue(NOON)).containsExactly("c");
        study.grade("c", EASY, NOON);
        assertThat(study.queue(NOON)).isEmpty();
        assertThat(study.next(NOON)).contains(Instant.parse("2026-03-11T04:00:00Z"));
        assertThat(study.queue(NOON.plus(Duration.ofDays(1)))).containsExactly("d", "e");
        assertThat(study(new Plan(0.9, 0), "x").queue(NOON)).isEmpty();
    }

    @Test
    void asksWhatWasLearntMinutesAgoFirst() {
        study.grade("b", AGAIN, NOON);
        assertThat(study.queue(NOON)).containsExactly("a", "c");
        assertThat(study.queue(after(Duration.ofMinutes(1)))).containsExactly("b", "a", "c");
        assertThat(study.next(NOON)).contains(after(Duration.ofMinutes(1)));
    }

    @Test
    void mixesWhatIsDueTheSameWayAllDay() {
        var names =
                IntStream.range(0, 40).mapToObj(i -> (i < 20 ? "x/" : "y/") + i).toArray(String[]::new);
        var all = study(new Plan(0.9, 200), names);
        for (var name : names) {
            all.grade(name, EASY, NOON);
        }
        var later = NOON.plus(Duration.ofDays(9));
        var queue = all.queue(later);
        assertThat(queue).containsExactlyInAnyOrder(names).isNotEqualTo(List.of(names));
        assertThat(all.queue(later.plusSeconds(600))).isEqualTo(queue);
        assertThat(queue.subList(0, 20).stream().filter(n -> n.startsWith("x/")).count())
                .isBetween(5L, 15L);
    }

    @Test
    void takesGradesBackOneAfterTheOther() {
        assertThat(study.undo()).isEmpty();
        study.grade("a", GOOD, NOON);
        study.grade("a", GOOD, after(Duration.ofMinutes(10)));
        study.grade("b", GOOD, after(Duration.ofMinutes(11)));
        assertThat(study.undo()).contains("b");
        assertThat(study.undo()).contains("a");
        assertThat(study.entry("a", NOON).schedule().reviews()).isEqualTo(1);
        assertThat(study.undo()).contains("a");
        assertThat(study.canUndo()).isFalse();
        assertThat(study.queue(NOON)).containsExactly("a", "b", "c");
    }

    @Test
    void leavesCardsOutUntilTomorrowOrForGood() {
        study.bury("a", NOON);
        study.suspend("b", true);
        assertThat(study.queue(NOON)).containsExactly("c", "d", "e");
        var tomorrow = NOON.plus(Duration.ofDays(1));
        assertThat(study.queue(tomorrow)).containsExactly("a", "c", "d");
        assertThat(study.entry("b", NOON).isSuspended()).isTrue();
        study.suspend("b", false);
        assertThat(study.queue(NOON)).containsExactly("b", "c", "d");
    }

    @Test
    void makesACardNewAgain() {
        study.grade("a", EASY, NOON);
        study.reset("a");
        assertThat(study.entry("a", NOON).schedule().isNew()).isTrue();
        assertThat(study.queue(NOON)).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnAheadWithNewCardsAndThoseThatAreDueSoonest() {
        study.grade("b", EASY, NOON);
        study.grade("a", GOOD, NOON);
        assertThat(study.ahead(NOON, 5)).containsExactly("c", "d", "e", "a", "b");
        assertThat(study.ahead(NOON, 2)).containsExactly("c", "d");
    }

    @Test
    void computesAnewWhenAnotherShareIsAimedAt() {
        for (int i = 0; i < 3; i++) {
            study.grade("a", EASY, NOON.plus(Duration.ofDays(20L * i)));
        }
        var due = study.entry("a", NOON).due();
        assertThat(study(new Plan(0.97, 3), "a").entry("a", NOON).due()).isBefore(due);
        assertThat(study(new Plan(0.80, 3), "a").entry("a", NOON).due()).isAfter(due);
    }

    @Test
    void tellsWhatAPlanCosts() {
        assertThat(new Plan(0.9, 10).effort()).isEqualTo(1);
        assertThat(new Plan(0.97, 10).effort()).isBetween(4.0, 5.0);
        assertThat(new Plan(0.70, 10).effort()).isBetween(0.1, 0.12);
    }
}
