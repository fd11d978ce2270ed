package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;
import ringside.view.Identities;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.world.Arrivals;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Snapshot;
import ringside.world.Timeline;
import ringside.world.Traffic;

final class ChoreographyTest {
    private static final long MILLI = 1_000_000;
    private static final Box ROOM = new Box(0, 0, 700, 480);

    @Test
    void aRequestTakesItsTimeToBeWatchedHoweverShortItWas() {
        var world = world(1, Duration.ofMillis(1), 1);
        var play = new Choreography(600, _ -> 12);
        play.settle(world.timeline().at(0));
        world.advanceTo(1_500 * MILLI);
        var later = world.timeline().at(1_500 * MILLI);
        play.follow(later, 1);
        assertThat(dot(play, later).form()).isEqualTo(Dot.Form.WHOLE);
        var mouth = stage(later).flow().clients().getFirst().right();
        assertThat(dot(play, later).at().x()).isBetween(mouth, mouth + 40);
        play.pass(Journey.COMING_MILLIS);
        assertThat(dot(play, later).at().x())
                .isBetween(
                        stage(later).flow().balancer().x(),
                        stage(later).flow().balancer().right() + 60);
        play.pass(Journey.GOING_MILLIS);
        assertThat(dot(play, later).server()).contains(new ServerId("A"));
        play.pass(Journey.DWELL_MILLIS);
        play.pass(Journey.LEAVING_MILLIS);
        assertThat(play.dots(routes(later), later)).isEmpty();
    }

    @Test
    void requestsThatHadNoSlotOfTheirOwnLeaveFromWhereTheyAreCounted() {
        var a = new ServerId("A");
        var timeline = new Timeline(Scenario.of(ServerSpec.named("A").sized(100, 100))
                .with(new Traffic(new Arrivals.None(), 1, new Keys.Uniform(1))));
        timeline.append(0, new Happening.Joined(a, "simulated"));
        for (long id = 1; id <= 40; id++) {
            timeline.append(0, new Happening.Arrived(id, Happening.Origin.OURS, "10.0.0.1", "GET", "/", "k"));
            timeline.append(0, new Happening.Routed(id, a, 1, new Reason.OnlyOne()));
            timeline.append(0, new Happening.Started(id, a));
        }
        var play = new Choreography(600, _ -> 12);
        var before = timeline.at(0);
        play.settle(before);
        assertThat(play.dots(routes(before), before)).hasSize(20);
        for (long id = 1; id <= 40; id++) {
            timeline.append(MILLI, new Happening.Completed(id, a, 200));
        }
        var after = timeline.at(MILLI);
        play.follow(after, 1);
        play.pass(Journey.DWELL_MILLIS);
        var tile = stage(after).tile(a);
        double farthest = tile.x() - 12 - 8.5 * 15;
        assertThat(play.dots(routes(after), after))
                .hasSize(40)
                .allMatch(d -> d.at().x() > farthest && d.at().x() < tile.right());
    }

    @Test
    void whenNothingIsNewEverythingComesToRest() {
        var world = world(200, Duration.ofMillis(300), 3);
        var play = new Choreography(600, _ -> 12);
        play.settle(world.timeline().at(0));
        world.advanceTo(1_000 * MILLI);
        var now = world.timeline().at(1_000 * MILLI);
        play.follow(now, 1);
        assertThat(play.pass(16)).isTrue();
        for (int frame = 0; frame < 400; frame++) {
            play.pass(16);
        }
        assertThat(play.pass(16)).isFalse();
        var rest = play.dots(routes(now), now);
        play.pass(16);
        assertThat(play.dots(routes(now), now)).isEqualTo(rest);
    }

    @Test
    void anInstantThatIsScrubbedToAlwaysLooksTheSame() {
        var world = world(100, Duration.ofMillis(300), 3);
        world.advanceTo(2_000 * MILLI);
        var there = world.timeline().at(1_200 * MILLI);
        var once = new Choreography(600, _ -> 12);
        once.settle(there);
        var again = new Choreography(600, _ -> 12);
        again.settle(world.timeline().at(2_000 * MILLI));
        again.settle(there);
        assertThat(once.dots(routes(there), there))
                .isNotEmpty()
                .isEqualTo(again.dots(routes(there), there))
                .allMatch(d -> d.form() == Dot.Form.WEDGE);
    }

    @Test
    void aboveTheLimitAStatedFractionIsDrawn() {
        var world = world(1_000, Duration.ofMillis(900), 3);
        world.advanceTo(900 * MILLI);
        var now = world.timeline().at(900 * MILLI);
        var play = new Choreography(300, _ -> 12);
        play.settle(now);
        assertThat(play.oneOf()).isEqualTo(4);
        var moving = new Choreography(300, _ -> 12);
        moving.follow(now, 1);
        assertThat(moving.oneOf()).isEqualTo(4);
        assertThat(moving.dots(routes(now), now)).hasSizeBetween(150, 300).allMatch(d -> d.request() % 4 == 0);
    }

    @Test
    void whatNobodyCanTakeFallsOntoTheHeapAndIsCounted() {
        var world = world(10, Duration.ofMillis(1), 0);
        var play = new Choreography(600, _ -> 12);
        play.settle(world.timeline().at(0));
        world.advanceTo(1_050 * MILLI);
        var now = world.timeline().at(1_050 * MILLI);
        play.follow(now, 1);
        assertThat(play.fallen()).isZero();
        play.pass(Journey.COMING_MILLIS + Journey.FALLING_MILLIS / 2);
        assertThat(play.dots(routes(now), now)).allMatch(d -> d.form() == Dot.Form.DROPPED);
        play.pass(Journey.FALLING_MILLIS);
        assertThat(play.dots(routes(now), now)).isEmpty();
        assertThat(play.fallen()).isEqualTo(now.totals().refused()).isEqualTo(10);
    }

    @Test
    void aRequestKeepsItsSlotWhileOthersLeave() {
        var world = world(20, Duration.ofMillis(900), 1);
        world.advanceTo(500 * MILLI);
        var now = world.timeline().at(500 * MILLI);
        var play = new Choreography(600, _ -> 12);
        play.settle(now);
        var last = play.dots(routes(now), now).getLast();
        world.advanceTo(1_000 * MILLI);
        var then = world.timeline().at(1_000 * MILLI);
        play.follow(then, 1);
        play.pass(500);
        play.pass(500);
        assertThat(play.dots(routes(then), then))
                .filteredOn(d -> d.request() == last.request())
                .singleElement()
                .extracting(Dot::at)
                .isEqualTo(last.at());
    }

    @Test
    void inLayer4NobodyLooksIntoARequestAnywhere() {
        assertThat(sealed(Handling.USUAL.with(Handling.Layer.TCP))).containsExactly(true, true, true);
    }

    @Test
    void whatIsEncryptedIsSealedUntilTheBalancer() {
        assertThat(sealed(Handling.USUAL.with(Handling.Tls.AT_BALANCER))).containsExactly(true, false, false);
        assertThat(sealed(Handling.USUAL)).containsExactly(false, false, false);
    }

    @Test
    void aConnectionThatWasAnsweredHasTimeHoweverLongItLasts() {
        assertThat(lasting(false).form()).isEqualTo(Dot.Form.HOLLOW);
        assertThat(lasting(true).form()).isEqualTo(Dot.Form.WEDGE);
        assertThat(lasting(true).age()).isZero();
    }

    /** A connection five seconds old, where requests have one. */
    private static Dot lasting(boolean answered) {
        var a = new ServerId("A");
        var timeline = new Timeline(Scenario.of(ServerSpec.named("A")));
        timeline.append(0, new Happening.Joined(a, "127.0.0.1:8081"));
        timeline.append(0, new Happening.Arrived(1, Happening.Origin.OURS, "10.0.0.1", "", "", "10.0.0.1"));
        timeline.append(0, new Happening.Routed(1, a, 1, new Reason.OnlyOne()));
        timeline.append(0, new Happening.Started(1, a));
        if (answered) {
            timeline.append(2_500 * MILLI, new Happening.FirstByte(1, a));
        }
        timeline.append(5_000 * MILLI, new Happening.Notice("five seconds"));
        var now = timeline.at(5_000 * MILLI);
        var play = new Choreography(600, _ -> 12);
        play.settle(now);
        return dot(play, now);
    }

    /** Whether the only request is sealed as it comes, goes on to its server, and is held there. */
    private static List<Boolean> sealed(Handling handling) {
        var world = new SimulatedWorld(
                world(1, Duration.ofMillis(900), 1).scenario().with(handling));
        var play = new Choreography(600, _ -> 12);
        play.settle(world.timeline().at(0));
        world.advanceTo(1_500 * MILLI);
        var now = world.timeline().at(1_500 * MILLI);
        play.follow(now, 1);
        boolean coming = dot(play, now).sealed();
        play.pass(Journey.COMING_MILLIS);
        boolean going = dot(play, now).sealed();
        play.pass(Journey.GOING_MILLIS);
        assertThat(dot(play, now).form()).isEqualTo(Dot.Form.WEDGE);
        return List.of(coming, going, dot(play, now).sealed());
    }

    @Test
    void theHeapGrowsInRowsAndThenStops() {
        var base = new Place(100, 50);
        assertThat(Graveyard.place(base, 0)).isEqualTo(new Place(67, 50));
        assertThat(Graveyard.place(base, 7).y()).isLessThan(50);
        assertThat(Graveyard.place(base, 1_000)).isEqualTo(Graveyard.place(base, Graveyard.MOST - 1));
    }

    private static Dot dot(Choreography play, Snapshot snapshot) {
        return play.dots(routes(snapshot), snapshot).getFirst();
    }

    private static SimulatedWorld world(double perSecond, Duration latency, int servers) {
        return new SimulatedWorld(Scenario.of()
                .with(Worlds.servers(servers).stream()
                        .map(s -> s.taking(new Latency.Constant(latency)))
                        .map(s -> new ServerSpec(s.id(), s.address(), 1, 1_000, 100, s.latency(), s.behaviour()))
                        .toList())
                .with(new Traffic(new Arrivals.Constant(perSecond), 1, new Keys.Uniform(10))));
    }

    private static Scene scene(Snapshot snapshot) {
        return Scene.of(snapshot, new Identities(), Selection.NOTHING, false);
    }

    private static StageGeometry stage(Snapshot snapshot) {
        var scene = scene(snapshot);
        return StageGeometry.of(
                Layout.FLOW, ROOM, scene.guests(), scene.groups().size());
    }

    private static Routes routes(Snapshot snapshot) {
        return new Routes(stage(snapshot), scene(snapshot));
    }

    @Test
    void keysThatChangeHandsTravelClockwiseToTheirNewOwner() {
        var before = RingScene.of(Worlds.scenario("textbook/md5-ring", 3, 1000), _ -> true)
                .orElseThrow();
        var after = RingScene.of(Worlds.scenario("textbook/md5-ring", 2, 1000), _ -> true)
                .orElseThrow();
        var couriers = Couriers.between(before, after);
        assertThat(couriers.counted(1)).hasValueSatisfying(t -> assertThat(t).endsWith("of 1\u2009000 keys moved"));
        assertThat(couriers.travelling()).isNotEmpty().allSatisfy(c -> {
            assertThat(Map.of(new ServerId("A"), 1, new ServerId("B"), 1)).containsKey(c.owner());
            assertThat(after.pointsOf(c.owner()).at(0))
                    .isCloseTo(Span.wrap(c.way().end()), org.assertj.core.api.Assertions.within(1e-9));
        });
    }
}
