package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When requests come, by what a scenario says. */
class TimetableTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private static List<Long> until(long end, Arrivals arrivals) {
        var table = new Timetable(arrivals);
        var random = new SplittableRandom(7);
        var come = new ArrayList<Long>();
        for (long next = table.next(random::nextDouble); next < end; next = table.next(random::nextDouble)) {
            come.add(next);
        }
        return come;
    }

    @Test
    void nobodyComesWhereNobodyIsToOrWhereTheyAskInACircle() {
        assertThat(until(SECOND, new Arrivals.None())).isEmpty();
        assertThat(until(SECOND, new Arrivals.Closed(5, Duration.ofMillis(10)))).isEmpty();
    }

    @Test
    void constantOnesComeEvenly() {
        assertThat(until(1100 * MILLI, new Arrivals.Constant(3))).containsExactly(333_333_333L, 666_666_667L, SECOND);
    }

    @Test
    void onesAtRandomComeAsOftenAsTheirRateSays() {
        // 10 000 expected, with a standard deviation of 100
        assertThat(until(100 * SECOND, new Arrivals.Poisson(100))).hasSizeBetween(9742, 10_258);
    }

    @Test
    void burstsComeInTheirTime() {
        // 100 bursts of 50, with a standard deviation of 71
        var bursts = until(40 * SECOND, new Arrivals.Bursts(500, Duration.ofMillis(100), Duration.ofMillis(300)));
        assertThat(bursts).hasSizeBetween(4817, 5183).allMatch(at -> at % (400 * MILLI) < 100 * MILLI);
    }

    @Test
    void thoseOfABatchComeAtTheSameInstant() {
        var come = until(100 * SECOND, new Arrivals.Batches(2, 50));
        assertThat(come.size() % 50).isZero();
        for (int i = 0; i < come.size(); i += 50) {
            assertThat(come.subList(i, i + 50)).containsOnly(come.get(i));
        }
        // 200 batches expected, with a standard deviation of 14
        assertThat(come.stream().distinct().count()).isBetween(164L, 236L);
    }

    @Test
    void byDayMoreComeThanByNight() {
        // 10/s at midnight and 190/s at noon of each minute: between a quarter and three of it, 30 s * (100 + 90 * 2 /
        // pi)
        var come = until(3600 * SECOND, new Arrivals.Diurnal(10, 190, Duration.ofMinutes(1)));
        assertThat(come).isSorted();
        assertThat((double) come.size()).isCloseTo(360_000, within(2.576 * Math.sqrt(360_000)));
        long byDay = come.stream()
                .filter(at -> at % (60 * SECOND) >= 15 * SECOND && at % (60 * SECOND) < 45 * SECOND)
                .count();
        double law = 60 * 30 * (100 + 90 * 2 / Math.PI);
        assertThat((double) byDay).isCloseTo(law, within(2.576 * Math.sqrt(law)));
    }

    @Test
    void aSwingGoesFromItsFirstRateToItsSecondAndBack() {
        var swing = new Arrivals.Diurnal(10, 190, Duration.ofMinutes(1));
        assertThat(swing.perSecondAt(0)).isCloseTo(10, within(1e-9));
        assertThat(swing.perSecondAt(15 * SECOND)).isCloseTo(100, within(1e-9));
        assertThat(swing.perSecondAt(30 * SECOND)).isCloseTo(190, within(1e-9));
        assertThat(swing.perSecondAt(90 * SECOND)).isCloseTo(190, within(1e-9));
        assertThat(swing.nanosAfter(0)).isZero();
        assertThat(swing.nanosAfter(3000)).isCloseTo(30 * SECOND, within(10L));
        assertThat(swing.nanosAfter(9000)).isCloseTo(90 * SECOND, within(10L));
    }
}
