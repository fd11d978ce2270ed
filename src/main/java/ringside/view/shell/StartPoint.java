package ringside.view.shell;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ringside.engine.PolicyChoice;
import ringside.view.Layout;
import ringside.world.Arrivals;
import ringside.world.Checks;
import ringside.world.Handling;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;
import ringside.world.World;

/**
 * Somewhere to begin exploring.
 *
 * @param id its short name
 * @param title what it is called
 * @param kind which time it runs in
 * @param layout how the stage is laid out
 * @param scenario how its world is set up
 */
record StartPoint(String id, String title, World.Kind kind, Layout layout, Scenario scenario) {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** Every one there is, in order. */
    static List<StartPoint> all() {
        return List.of(threeServers(), ring(), sandbox());
    }

    private static StartPoint threeServers() {
        var scenario = new Scenario(
                PolicyChoice.of("textbook/round-robin"),
                servers("A", "B", "C"),
                new Traffic(new Arrivals.Poisson(20), 50, new Keys.Uniform(1000)),
                Checks.usual(),
                Handling.USUAL.with(TIMEOUT),
                1);
        return new StartPoint("three-servers", text("start.three-servers"), World.Kind.LIVE, Layout.FLOW, scenario);
    }

    private static StartPoint ring() {
        var scenario = new Scenario(
                new PolicyChoice("textbook/ring", Map.of("points", "20")),
                servers("A", "B", "C"),
                new Traffic(new Arrivals.Poisson(40), 50, new Keys.Uniform(1000)),
                Checks.usual(),
                Handling.USUAL.with(TIMEOUT),
                7);
        return new StartPoint("ring", text("start.ring"), World.Kind.SIMULATED, Layout.RING, scenario);
    }

    private static StartPoint sandbox() {
        var empty = Scenario.of().with(Traffic.none());
        return new StartPoint("sandbox", text("start.sandbox"), World.Kind.SIMULATED, Layout.FLOW, empty);
    }

    private static List<ServerSpec> servers(String... names) {
        return List.of(names).stream().map(ServerSpec::named).toList();
    }
}
