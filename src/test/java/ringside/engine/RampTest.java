package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RampTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 0.0001",
        "1, 0, 2500, 0.25",
        "1, 0.1, 0, 0.1",
        "1, 0.1, 999, 0.1",
        "1, 0.1, 1001, 0.1001",
        "1, 0.1, 9999, 0.9999",
        "1, 0.1, 10000, 1",
        "2, 0.1, 2500, 0.5",
        "2, 0.1, 100, 0.1",
        "0.5, 0.1, 5000, 0.25",
        "0.5, 0.1, 1000, 0.1",
        "3, 0, 1250, 0.5"
    })
    void growsWithAge(double aggression, double least, long ageMillis, double factor) {
        var ramp = new Ramp(Duration.ofSeconds(10), aggression, least);
        assertThat(ramp.factor(ageMillis)).isCloseTo(factor, within(1e-12));
    }

    @Test
    void neverFallsAsTheServerAges() {
        Trials.of(200, random -> {
            var ramp = new Ramp(
                    Duration.ofMillis(1 + random.nextInt(60_000)), 0.1 + 5 * random.nextDouble(), random.nextDouble());
            double before = 0;
            for (long age = 0; age < 61_000; age += 1 + random.nextInt(2_000)) {
                assertThat(ramp.factor(age)).isBetween(Math.max(before, ramp.least()), 1.0);
                before = ramp.factor(age);
            }
            assertThat(ramp.factor(60_000)).isEqualTo(1);
        });
    }

    @Test
    void reducesWholeWeightsButNeverToNothing() {
        var ramp = Ramp.linear(Duration.ofSeconds(10));
        assertThat(ramp.of(100, 0)).isEqualTo(1);
        assertThat(ramp.of(100, 4_260)).isEqualTo(43);
        assertThat(ramp.of(100, 10_000)).isEqualTo(100);
        assertThat(ramp.of(1, 5)).isEqualTo(1);
        assertThat(ramp.of(0, 5)).isZero();
    }

    @Test
    void isOverAtOnceWithoutAWindow() {
        assertThat(Ramp.linear(Duration.ZERO).factor(0)).isEqualTo(1);
        assertThat(Ramp.envoy(Duration.ofSeconds(1)).factor(0)).isEqualTo(0.1);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Ramp.linear(Duration.ofMillis(-5)))
                .hasMessage("a slow start takes 0 ms or more, not -5 ms");
        assertThatThrownBy(() -> new Ramp(Duration.ZERO, 0, 0)).hasMessage("an aggression is above 0, not 0.0");
        assertThatThrownBy(() -> new Ramp(Duration.ZERO, 1, 1.5)).hasMessage("the least factor is 0 to 1, not 1.5");
        assertThatThrownBy(() -> new Ramp(Duration.ZERO, Double.NaN, 0))
                .hasMessage("an aggression is above 0, not NaN");
    }
}
