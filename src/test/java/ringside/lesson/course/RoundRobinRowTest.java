package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.world.ServerFigures;

/** A, B, C, A…; and equal counts but unequal waits when one server is three times slower. */
final class RoundRobinRowTest {
    private static final double MILLI = 1e6;

    private static Minute pool(int servers) {
        var minute = Minute.of("round-robin").with("traffic poisson 30/s");
        for (char name = 'B'; name < 'A' + servers; name++) {
            minute = minute.with("add " + name + " workers 8 latency constant 100ms");
        }
        return minute;
    }

    @Test
    void givesEachItsTurn() {
        assertThat(pool(3).first(7)).containsExactly("A", "B", "C", "A", "B", "C", "A");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10})
    void countsAreEqualAndTheSlowestHundredthIsAtTheSlowServer(int servers) {
        var figures = pool(servers).with("slow B x3").figures();
        var counts =
                figures.servers().stream().mapToLong(ServerFigures::requests).summaryStatistics();
        assertThat(counts.getMax() - counts.getMin()).isLessThanOrEqualTo(1);
        assertThat(figures.all().p99Nanos() / MILLI).isCloseTo(300, within(15.0));
        assertThat(figures.all().meanNanos() / MILLI).isCloseTo(100 + 200.0 / servers, within(3.0));
    }
}
