package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Dice;

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
    void givesThoseThatAreLeftTheSameChanceWhenOneMayNotBeAsked() {
        var hosts = Hosts.of(Cluster.weighing(1, 1, 1));
        var dice = Dice.seeded(3);
        var counts = IntStream.range(0, 30_000)
                .mapToObj(_ -> hosts.draw(dice, place -> place != 1))
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        // a half of 30 000, within four standard deviations
        assertThat(counts).containsOnlyKeys(0, 2);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 15_000) < 347);
    }

    @Test
    void tellsWhichItDrew() {
        var cluster = Cluster.by("envoy/random", Map.of(), Cluster.weighing(1));
        assertThat(cluster.reason("")).isEqualTo(new EnvoyReason.DrawnOne(0, 1));
    }
}
