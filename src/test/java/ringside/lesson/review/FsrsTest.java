package ringside.lesson.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ringside.lesson.review.Grade.AGAIN;
import static ringside.lesson.review.Grade.EASY;
import static ringside.lesson.review.Grade.GOOD;
import static ringside.lesson.review.Grade.HARD;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are those that the tests of fsrs-rs (model_v6.rs) and ts-fsrs (FSRS-6.test.ts) publish. */
final class FsrsTest {
    private static final Offset<Double> NEAR = within(1e-4);

    private final Fsrs fsrs = Fsrs.usual();

    @Test
    void hasThePublishedParameters() {
        assertThat(fsrs.parameters())
                .containsExactly(
                        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
                        0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);
        assertThatThrownBy(() -> Fsrs.with(1, 2)).hasMessage("there are 21 parameters, not 2");
    }

    @Test
    void beginsAsTheFirstAnswerTells() {
        assertThat(List.of(Grade.values()))
                .extracting(g -> fsrs.first(g).stability())
                .containsExactly(0.212, 1.2931, 2.3065, 8.2956);
        assertThat(fsrs.first(AGAIN).difficulty()).isEqualTo(6.4133, NEAR);
        assertThat(fsrs.first(HARD).difficulty()).isEqualTo(5.11217071, NEAR);
        assertThat(fsrs.first(GOOD).difficulty()).isEqualTo(2.11810397, NEAR);
        assertThat(fsrs.first(EASY).difficulty()).isEqualTo(1, NEAR);
    }

    @Test
    void forgetsAlongThePublishedCurve() {
        double[] stabilities = {1, 2, 3, 4, 4, 2};
        double[] expected = {1.0, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359};
        for (int day = 0; day < expected.length; day++) {
            assertThat(fsrs.remembered(new MemoryState(stabilities[day], 5), day))
                    .isEqualTo(expected[day], within(1e-6));
        }
        assertThat(fsrs.remembered(fsrs.first(EASY), 8)).isEqualTo(0.9024733, within(1e-7));
    }

    @Test
    void movesDifficultyAsPublished() {
        var before = new MemoryState(5, 5);
        double[] expected = {8.341763, 6.6659956, 4.990228, 3.3144615};
        for (var grade : Grade.values()) {
            assertThat(fsrs.next(before, grade, 1).difficulty()).isEqualTo(expected[grade.number() - 1], NEAR);
        }
    }

    @Test
    void movesStabilityOverTwoAnswersAsPublished() {
        assertThat(after(AGAIN, 1)).isEqualTo(0.10088589, NEAR);
        assertThat(after(HARD, 1)).isEqualTo(3.2494123, NEAR);
        assertThat(after(GOOD, 1)).isEqualTo(7.3153, NEAR);
        assertThat(after(EASY, 1)).isEqualTo(18.014914, NEAR);
        assertThat(after(AGAIN, 2)).isEqualTo(0.112798266, NEAR);
        assertThat(after(HARD, 2)).isEqualTo(4.4694576, NEAR);
    }

    private double after(Grade twice, long days) {
        return fsrs.next(fsrs.first(twice), twice, days).stability();
    }

    @Test
    void endsAPublishedHistoryWhereItEnds() {
        var last = history(fsrs);
        assertThat(last.stability()).isEqualTo(53.62691, NEAR);
        assertThat(last.difficulty()).isEqualTo(6.3574867, NEAR);
    }

    @Test
    void endsItElsewhereWhenAnswersOfTheSameDayAreLeftOut() {
        var parameters = fsrs.parameters();
        parameters[17] = 0;
        parameters[18] = 0;
        parameters[19] = 0;
        assertThat(history(Fsrs.with(parameters)).stability()).isEqualTo(53.335106, NEAR);
    }

    private static MemoryState history(Fsrs fsrs) {
        var state = fsrs.first(AGAIN);
        for (long days : new long[] {0, 1, 3, 8, 21}) {
            state = fsrs.next(state, GOOD, days);
        }
        return state;
    }

    @Test
    void findsTheDaysAfterWhichAShareIsLeft() {
        var state = new MemoryState(121.01552, 5);
        assertThat(fsrs.days(state, 0.9)).isEqualTo(121.01552, NEAR);
        for (double share = 0.70; share < 0.98; share += 0.03) {
            assertThat(fsrs.remembered(state, fsrs.days(state, share))).isEqualTo(share, within(1e-9));
        }
    }

    @Test
    void neverMakesAnAnswerOfTheSameDayWeakenWhatWasKnown() {
        for (double stability = 0.001; stability < 1000; stability *= 3) {
            var before = new MemoryState(stability, 5);
            assertThat(fsrs.next(before, GOOD, 0).stability()).isGreaterThanOrEqualTo(stability);
            assertThat(fsrs.next(before, AGAIN, 0).stability()).isLessThan(Math.max(stability, 0.0011));
        }
    }

    @Test
    void keepsDifficultyAndStabilityWithinTheirBounds() {
        var hard = fsrs.first(AGAIN);
        var easy = fsrs.first(EASY);
        for (int i = 0; i < 1000; i++) {
            hard = fsrs.next(hard, AGAIN, 1);
            easy = fsrs.next(easy, EASY, 100);
        }
        assertThat(hard.stability()).isGreaterThanOrEqualTo(0.001);
        assertThat(hard.difficulty()).isBetween(9.0, 10.0);
        assertThat(easy.difficulty()).isEqualTo(1);
        assertThatThrownBy(() -> new MemoryState(0, 5)).hasMessage("stability is 0.001 days or more, not 0.0");
        assertThatThrownBy(() -> new MemoryState(1, 11)).hasMessage("difficulty is 1 to 10, not 11.0");
    }
}
