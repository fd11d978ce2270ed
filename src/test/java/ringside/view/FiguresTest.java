package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Position;

final class FiguresTest {
    @Test
    void groupsCountsByThrees() {
        assertThat(Figures.count(0)).isEqualTo("0");
        assertThat(Figures.count(999)).isEqualTo("999");
        assertThat(Figures.count(4127)).isEqualTo("4\u2009127");
        assertThat(Figures.count(-1_234_567)).isEqualTo("−1\u2009234\u2009567");
    }

    @Test
    void showsSharesWithOneDecimal() {
        assertThat(Figures.percent(0.3)).isEqualTo("30.0 %");
        assertThat(Figures.percent(0.2661)).isEqualTo("26.6 %");
    }

    @Test
    void showsSpansInTheUnitThatSuitsThem() {
        assertThat(Figures.span(420_000)).isEqualTo("0.4 ms");
        assertThat(Figures.span(12_400_000)).isEqualTo("12 ms");
        assertThat(Figures.span(1_250_000_000)).isEqualTo("1.25 s");
    }

    @Test
    void showsBytesInTheUnitThatSuitsThem() {
        assertThat(Figures.bytes(0)).isEqualTo("0 B");
        assertThat(Figures.bytes(999)).isEqualTo("999 B");
        assertThat(Figures.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Figures.bytes(12_340)).isEqualTo("12 kB");
        assertThat(Figures.bytes(999_600)).isEqualTo("1.0 MB");
        assertThat(Figures.bytes(5_400_000_000_000_000L)).isEqualTo("5400 TB");
    }

    @Test
    void showsDurationsAsPeopleWriteThem() {
        assertThat(Figures.duration(Duration.ofMillis(500))).isEqualTo("500 ms");
        assertThat(Figures.duration(Duration.ofSeconds(2))).isEqualTo("2 s");
        assertThat(Figures.duration(Duration.ofMillis(1500))).isEqualTo("1.5 s");
    }

    @Test
    void showsTheClockToTheMillisecond() {
        assertThat(Figures.clock(42_180_000_000L)).isEqualTo("00:42.180");
        assertThat(Figures.clock(3_642_180_999_999L)).isEqualTo("1:00:42.180");
    }

    @Test
    void showsSpeedsBesideRealTime() {
        assertThat(List.of(0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.4, 20.0, 100.0))
                .extracting(Figures::speed)
                .containsExactly("1/100×", "1/20×", "⅒×", "¼×", "½×", "1×", "2×", "3.4×", "20×", "100×");
    }

    @Test
    void showsPlacesOnTheRingByTheirFirstDigitsAndTheirAngle() {
        assertThat(Figures.place(Position.ofInt(0xcada0000))).isEqualTo("0xcada… 285°");
    }

    @Test
    void showsSmallRatesWithADecimal() {
        assertThat(Figures.rate(0.5)).isEqualTo("0.5/s");
        assertThat(Figures.rate(1000)).isEqualTo("1\u2009000/s");
    }
}
