package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Duration TEN = Duration.ofMillis(10);
    private static final double MILLI = 1e6;

    @Test
    void knowsTheNormalDistribution() {
        // from the tables
        assertThat(Normal.at(0.5)).isCloseTo(0, within(0.0005));
        assertThat(Normal.at(0.841345)).isCloseTo(1, within(0.0005));
        assertThat(Normal.at(0.975)).isCloseTo(1.959964, within(0.0005));
        assertThat(Normal.at(0.01)).isCloseTo(-2.326348, within(0.0005));
        assertThat(Normal.at(0)).isNegative().isFinite();
    }

    @Test
    void aLogNormalOneHasTheMedianAndTheP99ThatWereAskedFor() {
        var latency = new Latency.LogNormal(TEN, Duration.ofMillis(200));
        assertThat(latency.nanos(0.5) / MILLI).isCloseTo(10, within(0.02));
        assertThat(latency.nanos(0.99) / MILLI).isCloseTo(200, within(0.2));
        // the mean is the median times the exponential of half the variance: sigma is ln 20 / 2.3263 = 1.2877
        assertThat(mean(latency) / MILLI).isCloseTo(22.9, within(0.7));
    }

    @Test
    void aParetoOneHasTheSameShareBeyondEachDoubling() {
        var latency = new Latency.Pareto(TEN, 1);
        assertThat(latency.nanos(0)).isEqualTo(10_000_000);
        assertThat(latency.nanos(0.5)).isEqualTo(20_000_000);
        assertThat(latency.nanos(0.75)).isEqualTo(40_000_000);
        assertThat(new Latency.Pareto(TEN, 2).nanos(0.75)).isEqualTo(20_000_000);
        assertThat(new Latency.Pareto(TEN, 0.5).nanos(0.9999999999999999)).isEqualTo(Latency.LONGEST.toNanos());
    }

    @Test
    void outliersAreAsManyAndAsLongAsWasAskedFor() {
        var latency = new Latency.Outliers(new Latency.Constant(TEN), 1, 100);
        assertThat(latency.nanos(0)).isEqualTo(10_000_000);
        assertThat(latency.nanos(0.9899)).isEqualTo(10_000_000);
        assertThat(latency.nanos(0.9901)).isEqualTo(1_000_000_000);
        assertThat(new Latency.Outliers(new Latency.Exponential(TEN), 10, 10).nanos(0.45) / MILLI)
                .isCloseTo(6.931, within(0.001));
    }

    @Test
    void moreLuckTakesLonger() {
        for (var latency : List.of(
                new Latency.Constant(TEN),
                new Latency.Exponential(TEN),
                new Latency.Uniform(Duration.ZERO, TEN),
                new Latency.LogNormal(TEN, TEN),
                new Latency.LogNormal(TEN, Duration.ofSeconds(1)),
                new Latency.Pareto(TEN, 1.5))) {
            for (int i = 0; i < 1000; i++) {
                assertThat(latency.nanos((i + 1) / 1001.0)).isGreaterThanOrEqualTo(latency.nanos(i / 1001.0));
            }
        }
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Latency.LogNormal(TEN, Duration.ofMillis(9)))
                .withMessage("a latency's p99 is no shorter than its median, not PT0.009S with a median of PT0.01S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Latency.Pareto(TEN, 0.1))
                .withMessage("a Pareto distribution's shape is 0.5 to 100.0, not 0.1");
        var outliers = new Latency.Outliers(new Latency.Constant(TEN), 1, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Latency.Outliers(outliers, 1, 2))
                .withMessage("what outliers are a multiple of has no outliers itself");
    }

    private static double mean(Latency latency) {
        var random = new SplittableRandom(7);
        return random.doubles(200_000).mapToLong(latency::nanos).average().orElseThrow();
    }
}
