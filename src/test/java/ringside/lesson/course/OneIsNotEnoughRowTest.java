package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ringside.world.RunFigures;

/** One, two and three servers before the same arrivals: what is dropped, and how long the slowest hundredth takes. */
final class OneIsNotEnoughRowTest {
    private static final double MILLI = 1e6;

    private static RunFigures servers(int count) {
        var minute = Minute.of("one-is-not-enough").with("traffic poisson 120/s");
        for (char name = 'B'; name < 'A' + count; name++) {
            minute = minute.with("add " + name + " workers 8 queue 40 latency constant 100ms");
        }
        return minute.figures();
    }

    private static double dropped(RunFigures figures) {
        return (double) figures.dropped() / figures.totals().arrived();
    }

    @Test
    void oneDropsWhatItCanNotAnswerAndAPoolDropsNothing() {
        var one = servers(1);
        var two = servers(2);
        var three = servers(3);
        assertThat(one.totals().arrived())
                .isEqualTo(two.totals().arrived())
                .isEqualTo(three.totals().arrived())
                .isGreaterThan(7000);
        assertThat(dropped(one)).isCloseTo(1 - 80 / 120.0, within(0.02));
        assertThat(two.dropped()).isZero();
        assertThat(three.dropped()).isZero();
        assertThat(one.all().p99Nanos() / MILLI).isCloseTo(100 + 40 / 80.0 * 1000, within(10.0));
        assertThat(two.all().p99Nanos() / MILLI).isBetween(110.0, 200.0);
        assertThat(three.all().p99Nanos() / MILLI).isBetween(99.0, 110.0);
    }
}
