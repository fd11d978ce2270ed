package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.PolicyChoice;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.Keys;
import ringside.world.Progress;
import ringside.world.RemapFigures;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Statistics;
import ringside.world.Tape;
import ringside.world.Traffic;

class MovesTheoryTest {
    private static final long SECOND = 1_000_000_000;

    /** In each replication, servers and keys have other names: where these fall is left to chance. */
    private static ServerSpec server(int replication, int number) {
        return ServerSpec.named("r" + replication + "-" + number);
    }

    private static Keys keys(int replication) {
        return new Keys.Named(IntStream.range(0, 1000)
                .mapToObj(i -> "key:" + replication + ":" + i)
                .toList());
    }

    private static RemapFigures remap(String policy, int servers, int replication, Command command) {
        var begins = Scenario.of(IntStream.range(0, servers)
                        .mapToObj(i -> server(replication, i))
                        .toArray(ServerSpec[]::new))
                .with(PolicyChoice.of(policy))
                .with(Traffic.none().asking(keys(replication)));
        var statistics = new Statistics(begins);
        var tape = new Tape(begins, List.of(new Deed(SECOND, command)), 2 * SECOND);
        new Replay().run(tape, statistics, Progress.UNWATCHED);
        var figures = statistics.figures(2 * SECOND);
        assertThat(figures.remapped()).isEqualTo(1);
        return figures.remaps().getFirst();
    }

    private static void agrees(double law, Interval measured) {
        assertThat(measured.contains(law)).as("%s in %s", law, measured).isTrue();
        assertThat(measured.tightness()).isLessThan(0.1);
    }

    /** With mod N, all but min/lcm of n and n+1 move; on a ring and by rendezvous, what the newcomer takes. */
    @ParameterizedTest
    @CsvSource({
        "textbook/mod-n, 3, 0.75",
        "textbook/mod-n, 9, 0.9",
        "textbook/ring, 3, 0.25",
        "textbook/ring, 9, 0.1",
        "textbook/rendezvous, 4, 0.2"
    })
    void whenAServerComesAsManyKeysMoveAsTheLawSays(String policy, int servers, double law) {
        agrees(
                law,
                Interval.of(IntStream.range(0, Interval.REPLICATIONS)
                        .mapToDouble(i -> remap(policy, servers, i, new Command.AddServer(server(i, servers)))
                                .fraction())
                        .toArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "textbook/mod-n, 4, 0.75",
        "textbook/mod-n, 10, 0.9",
        "textbook/ring, 4, 0.25",
        "textbook/ring, 10, 0.1",
        "textbook/rendezvous, 5, 0.2"
    })
    void whenTheLastServerGoesAsManyKeysMoveAsTheLawSays(String policy, int servers, double law) {
        agrees(
                law,
                Interval.of(IntStream.range(0, Interval.REPLICATIONS)
                        .mapToDouble(i -> remap(policy, servers, i, killed(server(i, servers - 1)))
                                .fraction())
                        .toArray()));
    }

    private static Command killed(ServerSpec server) {
        return new Command.RemoveServer(server.id(), Command.Leaving.KILL);
    }
}
