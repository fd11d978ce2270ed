package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomTest {
    @Test
    void givesEachHostTheSameChanceWhateverItWeighs() {
        var cluster = Cluster.by("envoy/random", Map.of(), Cluster.weighing(9, 1, 1));
        var counts = IntStream.range(0, 30_000)
                .mapToObj(_ -> cluster.next(1))
                .collect(Collectors.groupingBy(host -> host, Collectors.counting()));
        // a third of 30 000, within four standard deviations
        assertThat(counts.values()).hasSize(3).allMatch(count -> Math.abs(count - 10_000) < 330);
    }

    @Test
    void tellsWhichItDrew() {
        var cluster = Cluster.by("envoy/random", Map.of(), Cluster.weighing(1));
        assertThat(cluster.reason("")).isEqualTo(new EnvoyReason.DrawnOne(0, 1));
    }
}
