package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void knowsOneLatencyToAnEighthAtAnySize() {
        var random = new SplittableRandom(7);
        for (int octave = 8; octave < 47; octave++) {
            for (int i = 0; i < 200; i++) {
                long nanos = (1L << octave) + random.nextLong(1L << octave);
                assertThat((double) onlyOne(nanos)).isCloseTo((double) nanos, within(nanos * 0.125));
            }
        }
    }

    @Test
    void neverTellsLessForMore() {
        long last = 0;
        for (long nanos = 0; nanos < 2_000_000; nanos += 97) {
            long told = onlyOne(nanos);
            assertThat(told).isGreaterThanOrEqualTo(last);
            last = told;
        }
    }

    @Test
    void takesWhatLiesBeyondItsBoundsAsTheBounds() {
        assertThat(onlyOne(-5)).isEqualTo(288);
        assertThat(onlyOne(0)).isEqualTo(288);
        assertThat(onlyOne(Long.MAX_VALUE)).isEqualTo(onlyOne((1L << 48) - 1)).isPositive();
    }

    @Test
    void findsThePercentilesOfOneToAThousandMilliseconds() {
        var latencies = new Latencies();
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.total()).isEqualTo(1000);
        assertThat(latencies.percentile(0.5) / 1e6).isCloseTo(500, within(62.5));
        assertThat(latencies.percentile(0.99) / 1e6).isCloseTo(990, within(124.0));
        assertThat(latencies.percentile(1) / 1e6).isCloseTo(1000, within(125.0));
        assertThat(latencies.percentile(0) / 1e6).isCloseTo(1, within(0.125));
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThat(new Latencies().percentile(0.5)).isZero();
    }

    @Test
    void addsUpAndCopies() {
        var fast = new Latencies();
        fast.add(1_000_000);
        var copy = fast.copy();
        var slow = new Latencies();
        slow.add(100_000_000);
        fast.addAll(slow);
        assertThat(fast.total()).isEqualTo(2);
        assertThat(fast.percentile(1) / 1e6).isCloseTo(100, within(12.5));
        assertThat(copy.total()).isEqualTo(1);
        assertThat(copy).isNotEqualTo(fast);
    }

    private static long onlyOne(long nanos) {
        var latencies = new Latencies();
        latencies.add(nanos);
        return latencies.percentile(0.5);
    }
}
