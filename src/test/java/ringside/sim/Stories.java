package ringside.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.Traffic;
import ringside.world.World;

/** Small worlds to begin with, and what is read off them afterwards. */
final class Stories {
    private static final long MILLI = 1_000_000;

    private Stories() {}

    static Scenario three() {
        return Scenario.of(steady("A", 10), steady("B", 10), steady("C", 10));
    }

    static ServerSpec steady(String name, int millis) {
        return ServerSpec.named(name).taking(new Latency.Constant(Duration.ofMillis(millis)));
    }

    static Traffic constantly(double perSecond) {
        return Traffic.none().arriving(new Arrivals.Constant(perSecond));
    }

    static SimulatedWorld run(Scenario scenario, long nanos) {
        var world = new SimulatedWorld(scenario);
        world.advanceTo(nanos);
        return world;
    }

    static List<Event> all(World world) {
        return world.timeline().events(0, world.timeline().nextSequence());
    }

    static List<Happening.Arrived> arrivals(World world) {
        return all(world).stream()
                .map(Event::what)
                .filter(Happening.Arrived.class::isInstance)
                .map(Happening.Arrived.class::cast)
                .toList();
    }

    static List<Long> when(World world, Predicate<Happening> what) {
        return all(world).stream()
                .filter(e -> what.test(e.what()))
                .map(e -> e.nanos() / MILLI)
                .toList();
    }

    static Event last(World world, Predicate<Happening> what) {
        return all(world).reversed().stream()
                .filter(e -> what.test(e.what()))
                .findFirst()
                .orElseThrow();
    }

    static List<String> endings(World world) {
        return all(world).stream()
                .filter(e -> e.what() instanceof Happening.Completed
                        || e.what() instanceof Happening.Failed
                        || e.what() instanceof Happening.Refused)
                .map(e -> e.nanos() / MILLI + " " + e.what())
                .toList();
    }

    static ServerState state(World world, ServerId id) {
        return world.timeline().at(world.now()).server(id).orElseThrow();
    }

    static Snapshot.Totals totals(World world) {
        return world.timeline().at(world.now()).totals();
    }

    static Map<String, Long> chosen(World world) {
        return world.timeline().at(world.now()).servers().stream()
                .collect(Collectors.toMap(s -> s.id().name(), ServerState::chosen));
    }
}
