package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.net.Opened.servers;
import static ringside.net.Opened.swift;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.Snapshot;
import ringside.world.Traffic;
import ringside.world.World;

/** The same clients through both layers at once. */
@Timeout(120)
class SideBySideTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    @RegisterExtension
    final Opened opened = new Opened();

    private World both(Scenario scenario) {
        var world = opened.open(scenario).beside(Handling.Layer.TCP);
        opened.closing(world);
        return world;
    }

    private static Scenario clients(int count, Arrivals arrivals) {
        return servers("A", "B").with(new Traffic(arrivals, count, new Keys.Uniform(100)));
    }

    private static World beside(World world) {
        return world.besides().orElseThrow();
    }

    private static long made(World world) {
        return world.load().orElseThrow().made();
    }

    private static long answered(World world, ServerId by) {
        return world.load().orElseThrow().answers().getOrDefault(by, 0L);
    }

    private static Snapshot.Legs legs(World world) {
        return world.timeline().at(world.timeline().latest()).legs();
    }

    private static void done(World.Outcome outcome) {
        assertThat(outcome).isInstanceOf(World.Outcome.Done.class);
    }

    @Test
    void everyRequestGoesThroughBoth() {
        var world = both(clients(4, new Arrivals.None()));
        for (int client = 0; client < 4; client++) {
            done(world.apply(new Command.Send(Traffic.clientAddress(client), "/", 25)));
        }
        Eventually.holds("both have answered all", () -> made(world) == 100 && made(beside(world)) == 100);
        assertThat(answered(world, A) + answered(world, B)).isEqualTo(100);
        assertThat(answered(beside(world), A) + answered(beside(world), B)).isEqualTo(100);
        assertThat(world.scenario().handling().layer()).isEqualTo(Handling.Layer.HTTP);
        assertThat(beside(world).scenario().handling().layer()).isEqualTo(Handling.Layer.TCP);
    }

    @Test
    void keepAliveSpreadsConnectionsInOneAndRequestsInTheOther() {
        var world = both(clients(3, new Arrivals.None()));
        for (int round = 1; round <= 20; round++) {
            long upTo = 3L * round;
            for (int client = 0; client < 3; client++) {
                done(world.apply(new Command.Send(Traffic.clientAddress(client), "/", 1)));
            }
            Eventually.holds("the round is over", () -> made(world) == upTo && made(beside(world)) == upTo);
        }
        assertThat(answered(world, A)).isEqualTo(30);
        assertThat(answered(world, B)).isEqualTo(30);
        assertThat(List.of(answered(beside(world), A), answered(beside(world), B)))
                .containsExactlyInAnyOrder(40L, 20L);
        Eventually.holds("every connection was told", () -> legs(beside(world)).equals(opened(3, 3)));
        assertThat(legs(world).client().opened()).isEqualTo(3);
        assertThat(legs(world).server().opened()).isLessThanOrEqualTo(6);
    }

    private static Snapshot.Legs opened(long client, long server) {
        return new Snapshot.Legs(
                new Snapshot.Leg(client, 0, 0, 0, 0, 0, 0, 0, 0), new Snapshot.Leg(server, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void closedAndOpenLoopsAreAskedOfBoth() {
        var world = both(clients(2, new Arrivals.Closed(2, Duration.ofMillis(1))));
        Eventually.holds("both have answered", () -> made(world) >= 50 && made(beside(world)) >= 50);
        done(world.apply(new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(200)))));
        Eventually.holds("both have answered again", () -> made(world) >= 50 && made(beside(world)) >= 50);
        assertThat(beside(world).scenario().traffic().arrivals()).isEqualTo(new Arrivals.None());
        assertThat(clientsOf(beside(world))).isEqualTo(50);
    }

    private static int clientsOf(World world) {
        return world.scenario().traffic().clients();
    }

    @Test
    void whatIsDoneToOneIsDoneToBothOrToNeither() {
        var world = both(clients(2, new Arrivals.None()));
        done(world.apply(new Command.SetBehaviour(A, new Behaviour.Slow(3))));
        assertThat(List.of(world, beside(world)))
                .allMatch(w -> w.scenario().require(A).behaviour().equals(new Behaviour.Slow(3)));

        var unknown = new Command.SetBehaviour(new ServerId("Z"), new Behaviour.Slow(3));
        assertThat(world.apply(unknown)).isInstanceOf(World.Outcome.Rejected.class);
        done(world.apply(new HandlingCommand.SetLayer(Handling.Layer.TCP)));
        done(world.apply(new HandlingCommand.SetTls(Handling.Tls.OFF)));
        assertThat(beside(world).scenario().handling())
                .isEqualTo(world.scenario().handling());
        done(world.apply(new Command.SetPolicy(PolicyChoice.of("textbook/random"))));
        assertThat(beside(world).scenario().policy()).isEqualTo(world.scenario().policy());
    }

    @Test
    void aRefusalOfTheFirstIsTakenBackInTheSecond() {
        var world = both(clients(2, new Arrivals.None()).with(Handling.USUAL));
        done(beside(world).apply(new Command.AddServer(swift("C"))));
        var drain = new Command.RemoveServer(new ServerId("C"), Command.Leaving.DRAIN);
        assertThat(world.apply(drain)).isInstanceOf(World.Outcome.Rejected.class);
        assertThat(beside(world).scenario().server(new ServerId("C"))).isPresent();
    }

    @Test
    void bothBalancersAreTimedAndCountedAnewAtEachCommand() {
        var world = both(clients(5, new Arrivals.Constant(500)));
        Eventually.holds(
                "both have passed a hundred on", () -> measured(world) >= 100 && measured(beside(world)) >= 100);
        for (var each : List.of(world, beside(world))) {
            var effort = each.effort().orElseThrow();
            assertThat(List.of(effort.connectionNanos(), effort.thereNanos(), effort.backNanos()))
                    .allMatch(nanos -> nanos > 0);
            assertThat(effort.requestNanos()).isEqualTo(effort.thereNanos() + effort.backNanos());
        }
        done(world.apply(new Command.SetTraffic(Traffic.none())));
        Eventually.holds("once the last are over, all is counted anew", () -> {
            done(world.apply(new Command.SetTraffic(Traffic.none().from(3))));
            return made(world) + made(beside(world)) + measured(world) + measured(beside(world)) == 0;
        });
    }

    private static long measured(World world) {
        return world.effort().orElseThrow().measured();
    }

    @Test
    void aWorldByItselfMeasuresNothing() {
        var world = opened.open(clients(2, new Arrivals.Constant(200)));
        Eventually.holds("some were answered", () -> made(world) >= 20);
        assertThat(world.effort()).isEmpty();
        assertThat(world.besides()).isEmpty();
    }

    @Test
    void virtualTimeHasNothingBesideIt() {
        try (var world = new SimulatedWorld(servers("A"))) {
            assertThatThrownBy(() -> world.beside(Handling.Layer.TCP))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("only a live world can have TCP beside it");
        }
    }

    @Test
    void theRelaySeesConnectionsAndTheProxyRequests() {
        var world = both(clients(2, new Arrivals.None()));
        done(world.apply(new Command.Send(Traffic.clientAddress(0), "/?key=x", 1)));
        Eventually.holds("both were answered", () -> made(world) == 1 && made(beside(world)) == 1);
        assertThat(arrivals(world)).extracting(Happening.Arrived::path).containsExactly("/?key=x");
        assertThat(arrivals(beside(world))).extracting(Happening.Arrived::path).containsExactly("");
        assertThat(arrivals(beside(world)))
                .extracting(Happening.Arrived::client)
                .containsExactly("10.0.0.1");
    }

    private static List<Happening.Arrived> arrivals(World world) {
        return List.of(world).stream()
                .map(w -> w.timeline().events(0, Long.MAX_VALUE))
                .flatMap(Collection::stream)
                .filter(e -> e.what() instanceof Happening.Arrived)
                .map(e -> (Happening.Arrived) e.what())
                .toList();
    }
}
