package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.member.Ejector;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Timeline;
import ringside.world.Traffic;

class ReplayTest {
    private static final long SECOND = 1_000_000_000;
    private static final Scenario THREE = Scenario.of(
                    ServerSpec.named("A"), ServerSpec.named("B"), ServerSpec.named("C"))
            .with(Traffic.none().arriving(new Arrivals.Poisson(50)));

    private final Replay replay = new Replay();

    private static List<Event> all(Timeline timeline) {
        return timeline.events(0, timeline.nextSequence());
    }

    @Test
    void tellsTheSameStoryAgainWithAllThatWasDone() {
        try (var world = new SimulatedWorld(THREE)) {
            world.advanceTo(SECOND);
            world.apply(new Command.SetBehaviour(new ServerId("B"), new Behaviour.Zombie()));
            for (int i = 0; i < 7; i++) {
                world.advanceToNext();
            }
            world.apply(new Command.RemoveServer(new ServerId("C"), Command.Leaving.KILL));
            world.apply(new Command.SetPolicy(PolicyChoice.of("textbook/two-choices")));
            world.advanceTo(3 * SECOND);
            try (var again = replay.open(world.tape(), Progress.UNWATCHED)) {
                assertThat(all(again.timeline())).isEqualTo(all(world.timeline()));
                assertThat(again.now()).isEqualTo(3 * SECOND);
                assertThat(again.tape()).isEqualTo(world.tape());
            }
        }
    }

    @Test
    void goesOnOtherwiseFromAnEarlierInstant() {
        try (var world = new SimulatedWorld(THREE)) {
            world.advanceTo(SECOND);
            world.apply(new Command.SetWeight(new ServerId("A"), 3));
            world.advanceTo(2 * SECOND);
            try (var branch = replay.open(world.tape().until(SECOND / 2), Progress.UNWATCHED)) {
                assertThat(branch.scenario()).isEqualTo(THREE);
                branch.apply(new Command.SetTraffic(Traffic.none()));
                branch.advanceTo(2 * SECOND);
                var arrived = branch.timeline().at(2 * SECOND).totals().arrived();
                assertThat(arrived)
                        .isEqualTo(world.timeline().at(SECOND / 2).totals().arrived());
            }
        }
    }

    @Test
    void tellsTheSameToAStoryThatKeepsNothing() {
        var tape = Tape.of(THREE).until(SECOND);
        var told = new ArrayList<Event>();
        Story story = (nanos, what) -> told.add(new Event(told.size() + 1, nanos, what));
        replay.run(tape, story, Progress.UNWATCHED);
        try (var world = replay.open(tape, Progress.UNWATCHED)) {
            assertThat(told).isEqualTo(all(world.timeline()).subList(1, told.size() + 1));
        }
    }

    /** What a story is told of servers, by somebody who says whether he listens. */
    private List<Happening> ofServers(Tape tape, boolean listening) {
        var told = new ArrayList<Happening>();
        replay.run(
                tape,
                new Story() {
                    @Override
                    public void tell(long nanos, Happening what) {
                        told.add(what);
                    }

                    @Override
                    public boolean heard() {
                        return listening;
                    }
                },
                Progress.UNWATCHED);
        assertThat(told.stream().anyMatch(Happening.Arrived.class::isInstance)).isEqualTo(listening);
        assertThat(told.stream().anyMatch(Happening.Completed.class::isInstance))
                .isEqualTo(listening);
        return told.stream().filter(Happening.OfServer.class::isInstance).toList();
    }

    @Test
    void goesTheSameWayWhenNobodyListens() {
        var handling = Handling.USUAL.ejecting(Optional.of(new Ejector.Rules(2, Duration.ofMillis(50), 100)));
        var rough = THREE.with(handling)
                .with(PolicyChoice.of("textbook/two-choices"))
                .change(new ServerId("B"), server -> server.behaving(new Behaviour.Errors(40)));
        var tape = Tape.of(rough).until(10 * SECOND);
        assertThat(ofServers(tape, false)).hasSizeGreaterThan(10).isEqualTo(ofServers(tape, true));
    }

    @Test
    void endsWhenTheRestIsNotWanted() {
        var tape = Tape.of(THREE).until(Duration.ofHours(1).toNanos());
        assertThatThrownBy(() -> replay.open(tape, share -> share < 0.01)).isInstanceOf(CancellationException.class);
    }
}
