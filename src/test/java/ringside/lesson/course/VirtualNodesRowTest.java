package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.RingPolicy;
import ringside.engine.textbook.VirtualNodeRing;
import ringside.lesson.Lessons;

/** Points on a ring: the spread of servers' shares is about sqrt((N - 1) / (N V + 1)) of the fair one. */
final class VirtualNodesRowTest {
    private static final int RINGS = 300;

    @ParameterizedTest
    @CsvSource({
        "5, 1, 0.8165", "5, 10, 0.2801", "5, 100, 0.0894", "5, 160, 0.0707",
        "10, 1, 0.9045", "10, 10, 0.2985", "10, 100, 0.0948", "10, 160, 0.0750"
    })
    void spreadsAsTheLawSays(int servers, int points, double law) {
        double squares = IntStream.range(0, RINGS)
                .mapToDouble(ring -> {
                    var pool = Pool.of(IntStream.range(0, servers)
                            .mapToObj(i -> Member.up("ring" + ring + "-server" + i, 1))
                            .toList());
                    double spread = spread(pool, points);
                    return spread * spread;
                })
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(squares)).isCloseTo(law, withinPercentage(8));
    }

    @Test
    void isMeasuredOnTheServersOfTheLesson() {
        var pool =
                Lessons.builtIn().find("virtual-nodes").orElseThrow().scenario().pool(_ -> true);
        assertThat(IntStream.of(1, 10, 100, 160).mapToObj(v -> String.format(Locale.ROOT, "%.3f", spread(pool, v))))
                .containsExactly("0.797", "0.276", "0.092", "0.071");
    }

    private static double spread(Pool pool, int points) {
        var ring = new VirtualNodeRing(points);
        ring.use(pool);
        double fair = 1.0 / pool.size();
        return Math.sqrt(RingPolicy.shares(ring.points()).values().stream()
                        .mapToDouble(share -> (share - fair) * (share - fair))
                        .average()
                        .orElseThrow())
                / fair;
    }
}
