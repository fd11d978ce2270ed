package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.sim.Stories.arrivals;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.three;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

class SimulatedTrafficTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");

    @Test
    void waitsAsLongAsTheoryExpectsOfOneWorkerAndPoissonArrivals() {
        // M/M/1 with 80 a second and 10 ms of work: 0.8 busy, 50 ms in the system on average, 4 requests
        var one = new ServerSpec(
                A,
                Optional.empty(),
                1,
                1,
                1_000_000,
                new Latency.Exponential(Duration.ofMillis(10)),
                Behaviour.HEALTHY);
        var scenario = Scenario.of(one)
                .with(new Traffic(new Arrivals.Poisson(80), 50, new Keys.Uniform(1000)))
                .with(Duration.ofMinutes(10))
                .seeded(42);
        try (var world = run(scenario, 2000 * SECOND)) {
            var arrived = world.timeline().events(0, world.timeline().nextSequence()).stream()
                    .filter(e -> e.what() instanceof Happening.Arrived)
                    .collect(Collectors.toMap(e -> ((Happening.Arrived) e.what()).request(), Event::nanos));
            double mean = world.timeline().events(0, world.timeline().nextSequence()).stream()
                    .filter(e -> e.what() instanceof Happening.Completed)
                    .mapToLong(e -> e.nanos()
                            - arrived.getOrDefault(((Happening.Completed) e.what()).request(), Long.MIN_VALUE))
                    .average()
                    .orElseThrow();
            assertThat(arrived.size() / 2000.0).isCloseTo(80, within(1.5));
            assertThat(mean / MILLI).isCloseTo(50, within(5.0));
        }
    }

    @Test
    void asksForZipfKeysInProportionToTheirRank() {
        var scenario =
                Scenario.of(steady("A", 0)).with(new Traffic(new Arrivals.Constant(1000), 7, new Keys.Zipf(100, 1)));
        try (var world = run(scenario, 20 * SECOND)) {
            var counts = arrivals(world).stream()
                    .collect(Collectors.groupingBy(Happening.Arrived::key, Collectors.counting()));
            // the harmonic number of 100 is 5.187
            assertThat(counts.getOrDefault("user:0", 0L) / 20_000.0).isCloseTo(1 / 5.187, within(0.01));
            assertThat(counts.getOrDefault("user:9", 0L) / 20_000.0).isCloseTo(0.1 / 5.187, within(0.005));
            assertThat(arrivals(world).stream().map(Happening.Arrived::client).distinct())
                    .hasSize(7);
        }
    }

    @Test
    void anotherPolicyMeetsTheSameRequestsAtTheSameTimes() {
        var scenario = three().with(new Traffic(new Arrivals.Poisson(200), 50, new Keys.Zipf(100, 1.1)));
        try (var turns = run(scenario, 5 * SECOND);
                var fewest = run(scenario.with(PolicyChoice.of("textbook/least-connections")), 5 * SECOND)) {
            assertThat(arrivals(turns)).isEqualTo(arrivals(fewest)).hasSizeGreaterThan(900);
        }
    }

    @Test
    void changingWhoComesDoesNotChangeWhen() {
        var scenario = three().with(new Traffic(new Arrivals.Poisson(200), 50, new Keys.Uniform(100)));
        try (var calm = new SimulatedWorld(scenario);
                var changed = new SimulatedWorld(scenario)) {
            calm.advanceTo(SECOND);
            changed.advanceTo(SECOND);
            changed.apply(new Command.SetTraffic(new Traffic(new Arrivals.Poisson(200), 3, new Keys.Uniform(7))));
            calm.advanceTo(3 * SECOND);
            changed.advanceTo(3 * SECOND);
            assertThat(when(changed, Happening.Arrived.class::isInstance))
                    .isEqualTo(when(calm, Happening.Arrived.class::isInstance));
        }
    }

    @Test
    void aHundredSmallStepsAndOneLargeOneTellTheSameStory() {
        for (long seed = 1; seed <= 20; seed++) {
            var whole = Drama.play(seed, List.of(10 * SECOND));
            var again = Drama.play(seed, List.of(10 * SECOND));
            var split = Drama.play(
                    seed,
                    LongStream.rangeClosed(1, 100)
                            .mapToObj(i -> i * SECOND / 10)
                            .toList());
            assertThat(again).as("seed %d, twice", seed).isEqualTo(whole).hasSizeGreaterThan(500);
            assertThat(split).as("seed %d, in steps", seed).isEqualTo(whole);
        }
        assertThat(Drama.play(1, List.of(SECOND))).isNotEqualTo(Drama.play(2, List.of(SECOND)));
    }
}
