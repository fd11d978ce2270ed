package ringside.lesson.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.lesson.review.Grade.AGAIN;
import static ringside.lesson.review.Grade.EASY;
import static ringside.lesson.review.Grade.GOOD;
import static ringside.lesson.review.Grade.HARD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ringside.lesson.review.Schedule.Phase;

final class SchedulerTest {
    private static final Instant NOON = Instant.parse("2022-11-29T12:30:00Z");

    private final Days days = new Days(ZoneOffset.UTC);
    private final Scheduler scheduler = aimingAt(0.90);

    private Scheduler aimingAt(double retention) {
        return new Scheduler(Fsrs.usual(), retention, days);
    }

    /** The series that the tests of ts-fsrs (FSRS-6.test.ts) publish, each answer given when it is due. */
    @Test
    void waitsAsManyDaysAsPublished() {
        var waits = new ArrayList<Long>();
        var card = Schedule.fresh(NOON);
        for (var grade : List.of(GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD)) {
            var now = card.due();
            card = scheduler.next(card, grade, now);
            waits.add(days.between(now, card.due()));
        }
        assertThat(waits).containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
        assertThat(card.reviews()).isEqualTo(13);
        assertThat(card.lapses()).isEqualTo(1);
        assertThat(card.begun()).contains(NOON);
    }

    @Test
    void learnsInStepsOfOneAndTenMinutes() {
        var fresh = Schedule.fresh(NOON);
        assertThat(wait(fresh, AGAIN)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(fresh, HARD)).isEqualTo(Duration.ofSeconds(330));
        assertThat(wait(fresh, GOOD)).isEqualTo(Duration.ofMinutes(10));
        assertThat(scheduler.next(fresh, EASY, NOON).due()).isEqualTo("2022-12-07T04:00:00Z");
        var second = scheduler.next(fresh, GOOD, NOON);
        assertThat(second.phase()).isEqualTo(Phase.LEARNING);
        assertThat(wait(second, AGAIN)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(second, HARD)).isEqualTo(Duration.ofMinutes(10));
        assertThat(scheduler.next(second, GOOD, NOON).phase()).isEqualTo(Phase.REVIEW);
        assertThat(scheduler.next(second, GOOD, NOON).due()).isEqualTo("2022-12-01T04:00:00Z");
    }

    @Test
    void learnsAgainInOneStepOfTenMinutes() {
        var known = scheduler.next(Schedule.fresh(NOON), EASY, NOON);
        var later = known.due().plusSeconds(3600);
        var forgotten = scheduler.next(known, AGAIN, later);
        assertThat(forgotten.phase()).isEqualTo(Phase.RELEARNING);
        assertThat(forgotten.lapses()).isEqualTo(1);
        assertThat(Duration.between(later, forgotten.due())).isEqualTo(Duration.ofMinutes(10));
        assertThat(Duration.between(
                        later, scheduler.next(forgotten, HARD, later).due()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(scheduler.next(forgotten, AGAIN, later).lapses()).isEqualTo(1);
        assertThat(scheduler.next(forgotten, GOOD, later).phase()).isEqualTo(Phase.REVIEW);
    }

    private Duration wait(Schedule card, Grade grade) {
        return Duration.between(NOON, scheduler.next(card, grade, NOON).due());
    }

    @Test
    void asksSoonerTheMoreShallBeRemembered() {
        var memory = new MemoryState(30, 5);
        assertThat(List.of(0.70, 0.80, 0.90, 0.95, 0.97))
                .extracting(share -> aimingAt(share).interval(memory))
                .containsExactly(279L, 99L, 30L, 12L, 7L)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThatThrownBy(() -> aimingAt(0.5)).hasMessage("the share to be remembered is 0.70 to 0.97, not 0.5");
        assertThatThrownBy(() -> aimingAt(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksLaterTheBetterTheAnswer() {
        var card = Schedule.fresh(NOON);
        for (int i = 0; i < 5; i++) {
            var choices = scheduler.choices(card, card.due());
            assertThat(choices.values().stream().map(Schedule::due).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
            card = Objects.requireNonNull(choices.get(GOOD));
        }
    }

    @Test
    void waitsADayAtLeastAndAHundredYearsAtMost() {
        assertThat(aimingAt(0.97).interval(new MemoryState(0.01, 5))).isEqualTo(1);
        assertThat(aimingAt(0.70).interval(new MemoryState(1e7, 5))).isEqualTo(36_500);
    }

    @Test
    void letsADayEndAtFourInTheMorningWhereTheLearnerIs() {
        var berlin = new Days(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.of(Instant.parse("2026-03-10T02:59:00Z"))).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(berlin.of(Instant.parse("2026-03-10T03:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(berlin.begin(LocalDate.of(2026, 3, 10))).isEqualTo("2026-03-10T03:00:00Z");
        assertThat(berlin.between(Instant.parse("2026-03-09T22:00:00Z"), Instant.parse("2026-03-10T02:00:00Z")))
                .isZero();
        assertThat(berlin.between(Instant.parse("2026-03-10T22:00:00Z"), Instant.parse("2026-03-09T12:00:00Z")))
                .isZero();
    }

    @Test
    void refusesASchedulesNonsense() {
        assertThatThrownBy(() -> new Schedule(
                        Phase.REVIEW,
                        0,
                        java.util.Optional.empty(),
                        NOON,
                        java.util.Optional.empty(),
                        java.util.Optional.of(NOON),
                        1,
                        0))
                .hasMessage("a card is remembered once it was answered, and not before");
    }
}
