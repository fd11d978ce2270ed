package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void knowsOneLatencyAmongOthersToFourInAThousandAtAnySize() {
        var random = new SplittableRandom(7);
        for (int octave = 8; octave < 47; octave++) {
            for (int i = 0; i < 200; i++) {
                long nanos = (1L << octave) + random.nextLong(1L << octave);
                assertThat((double) between(nanos / 3, nanos, nanos * 2))
                        .isCloseTo((double) nanos, within(nanos / 250.0));
            }
        }
    }

    @Test
    void knowsTheLeastAndTheMostExactly() {
        assertThat(onlyOne(100_000_000)).isEqualTo(100_000_000);
        var latencies = new Latencies();
        for (long millis : new long[] {20, 103, 104, 1_999}) {
            latencies.add(millis * 1_000_000);
        }
        assertThat(latencies.percentile(0)).isEqualTo(20_000_000);
        assertThat(latencies.percentile(1)).isEqualTo(1_999_000_000);
    }

    @Test
    void takesRoomForTheOctavesThatAnythingFellIntoOnly() {
        var latencies = new Latencies();
        long empty = latencies.weight();
        latencies.add(100_000_000);
        long one = latencies.weight();
        for (int i = 0; i < 1000; i++) {
            latencies.add(70_000_000 + 50_000 * i);
        }
        assertThat(latencies.weight()).isEqualTo(one).isLessThan(empty + 600);
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
        assertThat(onlyOne(-5)).isEqualTo(256);
        assertThat(onlyOne(0)).isEqualTo(256);
        assertThat(onlyOne(Long.MAX_VALUE)).isEqualTo(onlyOne((1L << 48) - 1)).isPositive();
    }

    @Test
    void findsThePercentilesOfOneToAThousandMilliseconds() {
        var latencies = new Latencies();
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.total()).isEqualTo(1000);
        assertThat(latencies.percentile(0.5) / 1e6).isCloseTo(500, within(2.0));
        assertThat(latencies.percentile(0.99) / 1e6).isCloseTo(990, within(4.0));
        assertThat(latencies.percentile(1) / 1e6).isEqualTo(1000);
        assertThat(latencies.percentile(0) / 1e6).isEqualTo(1);
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
        assertThat(fast.percentile(1) / 1e6).isEqualTo(100);
        assertThat(copy.total()).isEqualTo(1);
        assertThat(copy).isNotEqualTo(fast);
    }

    private static long between(long less, long nanos, long more) {
        var latencies = new Latencies();
        latencies.add(less);
        latencies.add(nanos);
        latencies.add(more);
        return latencies.percentile(0.5);
    }

    private static long onlyOne(long nanos) {
        var latencies = new Latencies();
        latencies.add(nanos);
        return latencies.percentile(0.5);
    }
}
