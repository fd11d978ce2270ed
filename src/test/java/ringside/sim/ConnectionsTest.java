package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.three;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.Traffic;
import ringside.world.World;

/** Clients' connections that carry several requests: in layer 4 they stay with a server, in layer 7 they don't. */
class ConnectionsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** One client who asks at 100 ms, 200 ms and so on, so many times over each connection. */
    private static Scenario asking(Handling.Layer layer, int perConnection) {
        return three().with(Handling.USUAL.with(layer)).with(traffic().over(Optional.of(perConnection)));
    }

    private static Traffic traffic() {
        return constantly(10).from(1);
    }

    private static <T extends Happening> Stream<T> told(World world, Class<T> what) {
        return all(world).stream().map(Event::what).filter(what::isInstance).map(what::cast);
    }

    private static String servers(World world) {
        return String.join(
                "",
                told(world, Happening.Routed.class).map(r -> r.server().name()).toList());
    }

    private static List<String> connections(World world) {
        return told(world, Happening.OfConnection.class)
                .map(c -> (c instanceof Happening.Opened ? "opened " : "closed ") + c.leg() + " " + c.peer())
                .toList();
    }

    @Test
    void whereNobodyLooksInsideAllOfAConnectionGoesToOneServer() {
        try (var world = run(asking(Handling.Layer.TCP, 3), 850 * MILLI)) {
            assertThat(servers(world)).isEqualTo("AAABBBCC");
            assertThat(told(world, Happening.Routed.class).map(Happening.Routed::why))
                    .filteredOn(why -> why instanceof Reason.Stays)
                    .hasSize(5);
            assertThat(connections(world))
                    .containsExactly(
                            "opened CLIENT 10.0.0.1:1024",
                            "closed CLIENT 10.0.0.1:1024",
                            "opened CLIENT 10.0.0.1:1025",
                            "closed CLIENT 10.0.0.1:1025",
                            "opened CLIENT 10.0.0.1:1026");
            assertThat(endings(world)).hasSize(8).allMatch(e -> e.contains("Completed"));
            assertThat(world.timeline().at(world.now()).legs().client().open()).isOne();
        }
    }

    @Test
    void whereTheyAreLookedIntoEachRequestIsBalanced() {
        try (var world = run(asking(Handling.Layer.HTTP, 3), 650 * MILLI)) {
            assertThat(servers(world)).isEqualTo("ABCABC");
            assertThat(connections(world))
                    .containsExactly(
                            "opened CLIENT 10.0.0.1:1024",
                            "closed CLIENT 10.0.0.1:1024",
                            "opened CLIENT 10.0.0.1:1025",
                            "closed CLIENT 10.0.0.1:1025");
        }
    }

    @Test
    void nobodyAsksWhatRequestsGoOverWhereNothingIsSaid() {
        try (var world =
                run(three().with(Handling.USUAL.with(Handling.Layer.TCP)).with(traffic()), 650 * MILLI)) {
            assertThat(servers(world)).isEqualTo("ABCABC");
            assertThat(connections(world)).isEmpty();
        }
    }

    @Test
    void aServerThatDrainsWaitsForItsConnections() {
        try (var world = run(asking(Handling.Layer.TCP, 3), 150 * MILLI)) {
            world.apply(new Command.RemoveServer(new ServerId("A"), Command.Leaving.DRAIN));
            world.advanceTo(450 * MILLI);
            assertThat(servers(world)).isEqualTo("AAAB");
            assertThat(Stories.when(world, Happening.Left.class::isInstance)).containsExactly(310L);
        }
    }

    @Test
    void aServerThatDiesTakesItsConnectionsWithIt() {
        try (var world = run(asking(Handling.Layer.TCP, 3), 150 * MILLI)) {
            world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));
            world.advanceTo(250 * MILLI);
            assertThat(servers(world)).isEqualTo("AB");
            assertThat(connections(world))
                    .containsExactly(
                            "opened CLIENT 10.0.0.1:1024",
                            "closed CLIENT 10.0.0.1:1024",
                            "opened CLIENT 10.0.0.1:1025");
        }
    }

    @Test
    void aRequestThatFailsBreaksItsConnectionAndIsNotTriedElsewhere() {
        try (var world = run(asking(Handling.Layer.TCP, 3), 205 * MILLI)) {
            world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Crashed()));
            world.advanceTo(350 * MILLI);
            assertThat(endings(world))
                    .containsExactly(
                            "110 Completed[request=1, server=A, status=0]",
                            "205 Failed[request=2, failure=CLOSED_EARLY, status=0]",
                            "310 Completed[request=3, server=B, status=0]");
        }
    }

    @Test
    void connectionsThatRestAreClosedWhenTheTrafficChanges() {
        try (var world = run(asking(Handling.Layer.TCP, 100), 150 * MILLI)) {
            world.apply(new Command.SetTraffic(Traffic.none()));
            world.apply(new Command.RemoveServer(new ServerId("A"), Command.Leaving.DRAIN));
            world.advanceTo(SECOND);
            assertThat(connections(world)).hasSize(2);
            assertThat(Stories.when(world, Happening.Left.class::isInstance)).containsExactly(150L);
        }
    }
}
