package ringside.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UnitsTest {
    @Test
    void readsDurationsInEveryUnit() {
        assertThat(Units.duration("7ns")).isEqualTo(Duration.ofNanos(7));
        assertThat(Units.duration("7us")).isEqualTo(Duration.ofNanos(7_000));
        assertThat(Units.duration("10ms")).isEqualTo(Duration.ofMillis(10));
        assertThat(Units.duration("1.5s")).isEqualTo(Duration.ofMillis(1500));
        assertThat(Units.duration("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(Units.duration("1h")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsRatesAsHowManyASecond() {
        assertThat(Units.rate("80/s")).isEqualTo(80);
        assertThat(Units.rate("600/min")).isEqualTo(10);
        assertThat(Units.rate("3600/h")).isEqualTo(1);
    }

    @Test
    void wantsAUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.duration("10"))
                .withMessage("10 has no unit; write a duration such as 10ms, 1s or 2m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.rate("80"))
                .withMessage("80 has no unit; write a rate such as 80/s or 600/min");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (var text :
                new String[] {"", "ms", "-1ms", "1 ms", "1MS", "1e3ms", "1.ms", "9999999999999999999ms", "٣ms"}) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> Units.duration(text))
                    .withMessage(text + " is not understood; write a duration such as 10ms, 1s or 2m");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.duration("999999999999h"))
                .withMessage("999999999999h is too long; a duration is at most 2000000h");
    }

    @Test
    void writesTheLargestUnitThatNeedsNoFraction() {
        assertThat(Units.of(Duration.ofMillis(1500))).isEqualTo("1500ms");
        assertThat(Units.of(Duration.ofMinutes(2))).isEqualTo("2m");
        assertThat(Units.of(Duration.ZERO)).isEqualTo("0ms");
        assertThat(Units.of(Duration.ofNanos(1001))).isEqualTo("1001ns");
        assertThat(Units.of(0.001)).isEqualTo("0.001");
        assertThat(Units.of(1000.0)).isEqualTo("1000");
        assertThat(Units.ofRate(80)).isEqualTo("80/s");
    }

    @Test
    void readsBackWhatItWrites() {
        long seed = 20260101;
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            var duration = Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 60)));
            double rate = random.nextDouble(0.001, 100_000);
            assertThat(Units.duration(Units.of(duration))).as("seed %s", seed).isEqualTo(duration);
            assertThat(Units.rate(Units.ofRate(rate))).as("seed %s", seed).isEqualTo(rate);
        }
    }
}
