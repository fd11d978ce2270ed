package ringside.view.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.route.Route;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Caching;
import ringside.world.Checks;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Processes;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

/** Worlds to put on the stage. */
final class Worlds {
    private static final Latency SLOW = new Latency.Exponential(Duration.ofMillis(200));

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

    /** Three servers with caches before one origin that is soon busy. */
    static Scenario cached(double perSecond) {
        return scenario("textbook/md5-ring", 3, 400)
                .with(new Traffic(new Arrivals.Poisson(perSecond), 50, new Keys.Uniform(400)))
                .caching(Optional.of(Caching.USUAL));
    }

    /** Two servers whose processes are woken for each connection: all of them, or one. */
    static Scenario herd(double perSecond) {
        var all = new Processes(12, Processes.Wake.ALL, Processes.USUAL_COST);
        var one = new Processes(40, Processes.Wake.ONE, Processes.USUAL_COST);
        return Scenario.of(
                        ServerSpec.named("A").sized(12, 100).taking(SLOW).waiting(Optional.of(all)),
                        ServerSpec.named("B").sized(40, 100).taking(SLOW).waiting(Optional.of(one)))
                .with(new Traffic(new Arrivals.Constant(perSecond), 50, new Keys.Uniform(20)));
    }

    /** Two pools, and a route to one of them. */
    static Scenario routed() {
        var scenario = Scenario.of(
                ServerSpec.named("A"),
                ServerSpec.named("B"),
                ServerSpec.named("C").in("api"),
                ServerSpec.named("D").in("api"));
        return scenario.with(scenario.handling().with(List.of(Route.under("/api", "api"))));
    }

    /** One server that gets five requests a second and no more: up to thirty others wait at the balancer. */
    static Scenario limited(double perSecond) {
        var limit = new RateLimit(
                RateLimit.Kind.LEAKY_BUCKET, new Rate(5, Duration.ofSeconds(1)), 30, RateLimit.Scope.EVERYBODY);
        return scenario("textbook/md5-ring", 2, 40)
                .with(Handling.USUAL.with(Duration.ofSeconds(10)).limited(Optional.of(limit)))
                .with(new Traffic(new Arrivals.Constant(perSecond), 3, new Keys.Uniform(40)));
    }

    /** Servers of one worker and a short queue, with more to do than they can. */
    static Scenario queueing(double perSecond) {
        return Scenario.of(
                        ServerSpec.named("A").sized(1, 5).taking(SLOW),
                        ServerSpec.named("B").sized(2, 100).taking(SLOW).weighing(4))
                .with(new Traffic(new Arrivals.Poisson(perSecond), 3, new Keys.Uniform(20)));
    }

    /** Four servers whose checks are about to say something else, the third of which has failed. */
    static Scenario turning() {
        var scenario = zombie(20)
                .with(servers(4))
                .with(new Checks(Checks.Kind.HTTP, "/health", Duration.ofMillis(500), Duration.ofMillis(200), 4, 5));
        return scenario.change(new ServerId("C"), s -> s.behaving(new Behaviour.Crashed()));
    }

    static SimulatedWorld simulated(Scenario scenario) {
        return new SimulatedWorld(scenario);
    }
}
