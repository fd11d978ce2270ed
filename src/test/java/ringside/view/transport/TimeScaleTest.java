package ringside.view.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.view.HeldSecond;

final class TimeScaleTest {
    private static final long SECOND = 1_000_000_000;
    private static final TimeScale SCALE = new TimeScale(20 * SECOND, 70 * SECOND, 7, 500);

    @Test
    void putsInstantsInPlaceAndFindsThemAgain() {
        assertThat(SCALE.xOf(20 * SECOND)).isEqualTo(7);
        assertThat(SCALE.xOf(30 * SECOND)).isEqualTo(107);
        assertThat(SCALE.xOf(99 * SECOND)).isEqualTo(507);
        assertThat(SCALE.nanosAt(107)).isEqualTo(30 * SECOND);
        assertThat(SCALE.nanosAt(-3)).isEqualTo(20 * SECOND);
        assertThat(SCALE.nanosAt(900)).isEqualTo(70 * SECOND);
    }

    @Test
    void holdsAnEmptyTimeTogether() {
        var nothing = new TimeScale(5, 5, 7, 500);
        assertThat(nothing.xOf(5)).isEqualTo(7);
        assertThat(nothing.nanosAt(7)).isEqualTo(5);
    }

    @Test
    void fitsUntilSomethingWouldBeHalfAPixelOff() {
        assertThat(SCALE.fits(new TimeScale(20 * SECOND, 70 * SECOND + SECOND / 50, 7, 500)))
                .isTrue();
        assertThat(SCALE.fits(new TimeScale(20 * SECOND, 71 * SECOND, 7, 500))).isFalse();
        assertThat(SCALE.fits(new TimeScale(21 * SECOND, 70 * SECOND, 7, 500))).isFalse();
        assertThat(SCALE.fits(new TimeScale(20 * SECOND, 70 * SECOND, 7, 501))).isFalse();
    }

    @Test
    void drawsEachSecondAsAColumnWhileThereIsRoom() {
        var seconds =
                List.of(new HeldSecond(20, 5, 0, 100), new HeldSecond(21, 9, 2, 700), new HeldSecond(22, 1, 0, 0));
        var columns = Columns.of(SCALE, seconds);
        assertThat(columns.x(0)).isEqualTo(7);
        assertThat(columns.x(3)).isEqualTo(37);
        assertThat(columns.arrived()).containsExactly(5, 9, 1);
        assertThat(columns.errors()).containsExactly(0, 2, 0);
        assertThat(columns.p99()).containsExactly(100, 700, 0);
        assertThat(columns.mostArrived()).isEqualTo(9);
    }

    @Test
    void drawsTheWorstOfSecondsThatShareAColumn() {
        var narrow = new TimeScale(0, 4 * SECOND, 0, 3);
        var seconds = List.of(
                new HeldSecond(0, 5, 0, 100),
                new HeldSecond(1, 9, 2, 700),
                new HeldSecond(2, 1, 0, 0),
                new HeldSecond(3, 2, 1, 50));
        var columns = Columns.of(narrow, seconds);
        assertThat(columns.arrived()).containsExactly(9, 2);
        assertThat(columns.errors()).containsExactly(2, 1);
        assertThat(columns.p99()).containsExactly(700, 50);
    }

    @Test
    void findsTheSecondOfAnInstant() {
        var seconds = List.of(new HeldSecond(20, 5, 0, 100), new HeldSecond(21, 9, 2, 700));
        assertThat(HeldChart.find(seconds, 21 * SECOND + 7)).contains(seconds.get(1));
        assertThat(HeldChart.find(seconds, 22 * SECOND)).isEmpty();
        assertThat(HeldChart.find(seconds, SECOND)).isEmpty();
        assertThat(HeldChart.find(List.of(), SECOND)).isEmpty();
    }
}
