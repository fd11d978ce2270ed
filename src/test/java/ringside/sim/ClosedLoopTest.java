package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.arrivals;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.totals;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/** Clients in a closed loop, and requests in bursts, in virtual time. */
class ClosedLoopTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private static Traffic closed(int clients, int thinkMillis) {
        return Traffic.none().arriving(new Arrivals.Closed(clients, Duration.ofMillis(thinkMillis)));
    }

    @Test
    void eachClientAsksAgainWhenItHasItsAnswerAndHasThought() {
        try (var world = run(Scenario.of(steady("A", 10)).with(closed(2, 40).from(1)), 140 * MILLI)) {
            // one begins at 0 and the other half a think time later; each comes again after 10 ms of work and 40 of
            // thought
            assertThat(when(world, Happening.Arrived.class::isInstance)).containsExactly(0L, 20L, 50L, 70L, 100L, 120L);
            assertThat(arrivals(world)).extracting(Happening.Arrived::client).containsOnly("10.0.0.1");
        }
    }

    @Test
    void theirNumberOverTheirRoundTripIsTheirRate() {
        // Little's law: 20 clients, 90 ms of thought and 10 ms of work make 200 a second
        try (var world = run(
                Scenario.of(steady("A", 10), steady("B", 10), steady("C", 10)).with(closed(20, 90)), 10 * SECOND - 1)) {
            assertThat(totals(world).arrived()).isEqualTo(2000);
        }
    }

    @Test
    void aServerThatSlowsDownIsAskedLessWhichAnOpenLoopDoesNotDo() {
        var one = new ServerSpec(
                new ServerId("A"),
                Optional.empty(),
                1,
                1,
                1000,
                new Latency.Constant(Duration.ofMillis(100)),
                Behaviour.HEALTHY);
        try (var world = run(Scenario.of(one).with(Duration.ofMinutes(1)).with(closed(5, 1)), 10 * SECOND)) {
            assertThat(totals(world).arrived()).isBetween(100L, 106L);
        }
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        try (var world = run(Scenario.of().with(closed(1, 100)), SECOND)) {
            assertThat(endings(world)).hasSize(11).allMatch(e -> e.contains("Refused"));
        }
    }

    @Test
    void aClientThatHasHadEnoughAsksAgain() {
        var zombie = steady("A", 10).behaving(new Behaviour.Zombie());
        var traffic = closed(1, 100).waiting(Duration.ofMillis(200));
        try (var world = run(Scenario.of(zombie).with(traffic).with(Duration.ofMinutes(1)), 1000 * MILLI)) {
            assertThat(when(world, Happening.Arrived.class::isInstance)).containsExactly(0L, 300L, 600L, 900L);
        }
    }

    @Test
    void theOldClientsGoWhenTheTrafficChanges() {
        try (var world = run(Scenario.of(steady("A", 10)).with(closed(5, 40)), SECOND)) {
            world.apply(new Command.SetTraffic(closed(1, 90)));
            long before = totals(world).arrived();
            world.advanceTo(2 * SECOND);
            assertThat(totals(world).arrived() - before).isEqualTo(11);
        }
    }

    @Test
    void burstsComeOnlyInTheirTime() {
        var bursts = new Arrivals.Bursts(200, Duration.ofSeconds(1), Duration.ofSeconds(4));
        try (var world = run(Scenario.of(steady("A", 1)).with(Traffic.none().arriving(bursts)), 50 * SECOND)) {
            assertThat(when(world, Happening.Arrived.class::isInstance)).allMatch(millis -> millis % 5000 < 1000);
            assertThat(totals(world).arrived()).isBetween(1850L, 2150L);
        }
    }
}
