package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void goesByTheMeansOfThirtyBatches() {
        var tensOfEach = LongStream.range(0, 300).map(i -> i / 10).toArray();
        var estimate = Estimate.of(tensOfEach);
        assertThat(estimate.mean()).isEqualTo(14.5);
        assertThat(estimate.plusMinus().orElseThrow()).isCloseTo(3.2869, within(0.0001));
        assertThat(estimate.certain()).isTrue();
    }

    @Test
    void seesThatAnEvenChanceIsNone() {
        var estimate = Estimate.of(LongStream.range(0, 3000)
                .map(i -> (i / 100) % 2 == 0 ? 50 : -50)
                .toArray());
        assertThat(estimate.mean()).isZero();
        assertThat(estimate.certain()).isFalse();
    }

    @Test
    void givesNoIntervalWhenThereIsTooLittleToTell() {
        assertThat(Estimate.of(new long[299]).plusMinus()).isEmpty();
        assertThat(Estimate.of(new long[0]).mean()).isZero();
    }
}
