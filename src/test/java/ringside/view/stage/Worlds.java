package ringside.view.stage;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import ringside.engine.PolicyChoice;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/** Worlds to put on the stage. */
final class Worlds {
    private Worlds() {}

    /** So many servers named A, B, C …, or S1, S2 … beyond the alphabet. */
    static List<ServerSpec> servers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ServerSpec.named(count <= 26 ? String.valueOf((char) ('A' + i)) : "S" + (i + 1)))
                .toList();
    }

    static Scenario scenario(String policy, int servers, int keys) {
        return Scenario.of()
                .with(PolicyChoice.of(policy))
                .with(servers(servers))
                .with(new Traffic(new Arrivals.None(), 50, new Keys.Uniform(keys)));
    }

    /** Three servers under traffic, the second of which answers nothing, checked over HTTP. */
    static Scenario zombie(double perSecond) {
        var before = Scenario.of()
                .with(PolicyChoice.of("textbook/least-connections"))
                .with(servers(3).stream()
                        .map(s -> s.taking(new Latency.Exponential(Duration.ofMillis(80))))
                        .toList())
                .with(new Traffic(new Arrivals.Poisson(perSecond), 50, new Keys.Uniform(200)))
                .with(Checks.usual());
        return before.change(before.servers().get(1).id(), s -> s.behaving(new Behaviour.Zombie()));
    }

    static SimulatedWorld simulated(Scenario scenario) {
        return new SimulatedWorld(scenario);
    }
}
