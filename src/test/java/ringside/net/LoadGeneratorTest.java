package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.net.Opened.happenings;
import static ringside.net.Opened.servers;
import static ringside.net.Opened.swift;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.LoadFigures;
import ringside.world.Scenario;
import ringside.world.Snapshot;
import ringside.world.Traffic;
import ringside.world.World;

/** The world's own clients over real sockets: in open and closed loops, in bursts, and when they have had enough. */
@Timeout(60)
class LoadGeneratorTest {
    @RegisterExtension
    final Opened opened = new Opened();

    private static Traffic arriving(Arrivals arrivals) {
        return Traffic.none().arriving(arrivals);
    }

    private static LoadFigures figures(LiveWorld world) {
        return world.load().orElseThrow();
    }

    @Test
    void inAClosedLoopThereAreNeverMoreRequestsThanClients() {
        var slow = swift("A").taking(new Latency.Constant(Duration.ofMillis(30)));
        var world = opened.open(Scenario.of(slow)
                .with(arriving(new Arrivals.Closed(3, Duration.ofMillis(1))).from(2)));
        Eventually.holds("50 were answered", () -> figures(world).made() >= 50);

        // the next request of a client may be told before the end of its last: the answer leaves a little before
        assertThat(mostAtOnce(world)).isBetween(3, 6);
        assertThat(happenings(world).stream()
                        .filter(Happening.Arrived.class::isInstance)
                        .map(h -> ((Happening.Arrived) h).client())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
        assertThat(figures(world).corrected().p50Nanos()).isGreaterThanOrEqualTo(30_000_000);
    }

    @Test
    void aClosedLoopEndsWhenTheTrafficChanges() {
        var world = opened.open(servers("A").with(arriving(new Arrivals.Closed(5, Duration.ofMillis(1)))));
        Eventually.holds("some were answered", () -> figures(world).made() >= 20);
        assertThat(world.apply(new Command.SetTraffic(Traffic.none()))).isInstanceOf(World.Outcome.Done.class);
        assertThat(world.apply(new Command.Send("10.9.9.9", "/", 200))).isInstanceOf(World.Outcome.Done.class);
        Eventually.holds("those are told", () -> Collections.frequency(asked(world), "10.9.9.9") == 200);

        // when the first of those came the traffic had changed, but each of the five may have been about to ask
        var since = asked(world).stream().dropWhile(client -> !client.equals("10.9.9.9"));
        assertThat(since.toList()).hasSizeLessThanOrEqualTo(205);
    }

    @Test
    void aClientOfAClosedLoopFinishesBeforeItAsksAsTheNewTrafficSays() {
        var slow = swift("A").taking(new Latency.Constant(Duration.ofMillis(200)));
        var world = opened.open(Scenario.of(slow).with(arriving(new Arrivals.Closed(1, Duration.ofMillis(1)))));
        for (int changes = 1; changes <= 5; changes++) {
            int before = changes;
            Eventually.holds("it asked", () -> asked(world).size() >= before);
            var other = arriving(new Arrivals.Closed(1, Duration.ofMillis(1 + changes)));
            assertThat(world.apply(new Command.SetTraffic(other))).isInstanceOf(World.Outcome.Done.class);
        }
        Eventually.holds("it asked as often", () -> asked(world).size() >= 6);
        assertThat(mostAtOnce(world)).isBetween(1, 2);
    }

    private static int mostAtOnce(LiveWorld world) {
        var most = 0;
        var now = 0;
        for (var what : happenings(world)) {
            now += what instanceof Happening.Arrived ? 1 : what instanceof Happening.Completed ? -1 : 0;
            most = Math.max(most, now);
        }
        return most;
    }

    private static List<String> asked(LiveWorld world) {
        return world.timeline().events(0, Long.MAX_VALUE).stream()
                .map(Event::what)
                .filter(Happening.Arrived.class::isInstance)
                .map(h -> ((Happening.Arrived) h).client())
                .toList();
    }

    @Test
    void aConnectionThatHasCarriedAllItMayIsClosed() {
        var world = opened.open(
                servers("A").with(arriving(new Arrivals.Constant(100)).from(1).over(Optional.of(5))));
        Eventually.holds("some have carried theirs", () -> legs(world).closed() >= 5);
        assertThat(legs(world).closed()).isLessThanOrEqualTo(figures(world).made() / 5 + 1);
    }

    private static Snapshot.Leg legs(LiveWorld world) {
        return world.timeline().at(world.timeline().latest()).legs().client();
    }

    @Test
    void batchesComeAtOnce() {
        var world = opened.open(servers("A").with(arriving(new Arrivals.Batches(1, 40))));
        Eventually.holds(
                "whole batches have come",
                () -> figures(world).made() >= 40 && figures(world).made() % 40 == 0);
    }

    @Test
    void aClientThatHasHadEnoughGivesUpAndIsCounted() {
        var world = opened.open(servers("A")
                .with(Duration.ofSeconds(10))
                .with(arriving(new Arrivals.None()).waiting(Duration.ofMillis(50))));
        assertThat(world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Zombie())))
                .isInstanceOf(World.Outcome.Done.class);
        assertThat(world.apply(new Command.Send("10.0.0.1", "/", 10))).isInstanceOf(World.Outcome.Done.class);
        Eventually.holds("all have given up", () -> figures(world).gaveUp() == 10);

        var figures = figures(world);
        assertThat(figures.made()).isEqualTo(10);
        assertThat(figures.corrected().p50Nanos()).isGreaterThanOrEqualTo(50_000_000);
        assertThat(figures.claimed()).isEqualTo(new LoadFigures.Percentiles(0, 0, 0));
    }

    @Test
    void whatWasNotMadeCountsAsEndless() {
        var record = new LoadRecord();
        long now = System.nanoTime();
        for (int i = 0; i < 95; i++) {
            record.ended(now - 3_000_000_000L, now - 1_000_000_000L);
        }
        record.dropped(5);
        var figures = record.read();

        assertThat(figures.made()).isEqualTo(95);
        assertThat(figures.dropped()).isEqualTo(5);
        assertThat(figures.corrected().p50Nanos() / 1e9).isBetween(3.0, 3.5);
        assertThat(figures.corrected().p90Nanos() / 1e9).isBetween(3.0, 3.5);
        assertThat(figures.corrected().p99Nanos()).isEqualTo(LoadFigures.NEVER);
        assertThat(figures.claimed().p99Nanos() / 1e9)
                .as("what a closed loop claims")
                .isBetween(1.0, 1.5);
        assertThat(record.read()).as("reading takes nothing away").isEqualTo(figures);

        record.answered(new ServerId("A"));
        assertThat(record.read().answers()).isEqualTo(Map.of(new ServerId("A"), 1L));
        record.clear();
        var nothing = new LoadFigures.Percentiles(0, 0, 0);
        assertThat(record.read()).isEqualTo(new LoadFigures(0, 0, 0, nothing, nothing, Map.of()));
    }

    @Test
    void tooManyInFlightAreDroppedAndCounted() {
        var world = opened.open(servers("A").with(Duration.ofMinutes(1)));
        assertThat(world.apply(new Command.SetBehaviour(new ServerId("A"), new Behaviour.Zombie())))
                .isInstanceOf(World.Outcome.Done.class);
        assertThat(world.apply(new Command.Send("10.0.0.1", "/", 5003))).isInstanceOf(World.Outcome.Done.class);

        assertThat(figures(world).dropped()).isEqualTo(3);
        assertThat(figures(world).corrected().p50Nanos()).isEqualTo(LoadFigures.NEVER);
        Eventually.holds(
                "it is noticed",
                () -> happenings(world)
                        .contains(new Happening.Notice("5000 requests are in flight: 1 more were not made")));
    }
}
