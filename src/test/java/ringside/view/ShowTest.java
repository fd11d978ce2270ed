package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Branches;
import ringside.world.Command;
import ringside.world.History;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Stop;
import ringside.world.Timeline;
import ringside.world.Traffic;
import ringside.world.World;

final class ShowTest {
    private static final long SECOND = 1_000_000_000;
    private static final Scenario TEN_A_SECOND = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"))
            .with(Traffic.none().arriving(new Arrivals.Constant(10)));
    private static final Traffic FEW_KEYS = new Traffic(new Arrivals.Constant(10), 50, new Keys.Uniform(5));

    private final Show show = new Show(new SimulatedWorld(TEN_A_SECOND));

    @AfterEach
    void close() {
        show.close();
    }

    private void play(double speed, long wallNanos) {
        show.speedProperty().set(speed);
        show.playingProperty().set(true);
        show.pulse(wallNanos);
        show.playingProperty().set(false);
    }

    @Test
    void standsStillUntilItPlays() {
        show.pulse(SECOND);
        assertThat(show.nanosProperty().get()).isZero();
    }

    @Test
    void letsVirtualTimePassAtItsSpeed() {
        play(0.25, 2 * SECOND);
        assertThat(show.nanosProperty().get()).isEqualTo(SECOND / 2);
        play(20, SECOND);
        assertThat(show.nanosProperty().get()).isEqualTo(20 * SECOND + SECOND / 2);
        assertThat(show.snapshot().totals().arrived()).isBetween(200L, 206L);
    }

    @Test
    void stepsOneEventForwardAndTheSameOneBack() {
        play(1, SECOND);
        show.stepBack();
        long there = show.snapshot().sequence();
        show.stepForward();
        assertThat(show.snapshot().sequence()).isEqualTo(there + 1);
        show.stepBack();
        assertThat(show.snapshot().sequence()).isEqualTo(there);
        assertThat(show.playingProperty().get()).isFalse();
    }

    @Test
    void makesTheNextEventHappenWhenThereIsNoneYet() {
        long before = show.snapshot().sequence();
        show.stepForward();
        assertThat(show.snapshot().sequence()).isEqualTo(before + 1);
        assertThat(show.nanosProperty().get()).isPositive();
    }

    @Test
    void doesNotStepBackInTimeWhenNothingWillEverHappen() {
        try (var quiet = new Show(new SimulatedWorld(Scenario.of(ServerSpec.named("A"))))) {
            quiet.playingProperty().set(true);
            quiet.pulse(3 * SECOND);
            quiet.stepForward();
            assertThat(quiet.nanosProperty().get()).isEqualTo(3 * SECOND);
        }
    }

    @Test
    void showsThePastAndPlaysOnFromThere() {
        play(1, 10 * SECOND);
        show.seek(2 * SECOND);
        assertThat(show.atNowProperty().get()).isFalse();
        assertThat(show.snapshot().totals().arrived()).isBetween(19L, 21L);
        play(1, SECOND);
        assertThat(show.nanosProperty().get()).isEqualTo(3 * SECOND);
        assertThat(show.newestProperty().get()).isEqualTo(10 * SECOND);
        show.toNow();
        assertThat(show.nanosProperty().get()).isEqualTo(10 * SECOND);
    }

    @Test
    void actsInThePresentOnly() {
        play(1, 10 * SECOND);
        show.seek(0);
        show.apply(new Command.SetWeight(new ServerId("A"), 3));
        assertThat(show.nanosProperty().get()).isEqualTo(10 * SECOND);
        assertThat(show.snapshot().scenario().require(new ServerId("A")).weight())
                .isEqualTo(3);
    }

    @Test
    void actsInThePresentWhereAnotherStoryWouldBeginWhenThatIsMeant() {
        var world = new SimulatedWorld(TEN_A_SECOND);
        var branches = new Branches(new Replay(), "one", world);
        try (var forks = new Forks(branches, Backstage.atOnce())) {
            world.advanceTo(5 * SECOND);
            forks.show().seek(SECOND);
            forks.show().applyNow(new Command.SetWeight(new ServerId("A"), 3));
            assertThat(world.scenario().require(new ServerId("A")).weight()).isEqualTo(3);
            assertThat(forks.show().nanosProperty().get()).isEqualTo(5 * SECOND);
            assertThat(branches.all()).hasSize(1);
        }
    }

    @Test
    void jumpsFromMarkerToMarker() {
        play(1, 2 * SECOND);
        show.apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL));
        play(1, 2 * SECOND);
        show.toPreviousMarker();
        assertThat(show.nanosProperty().get()).isEqualTo(2 * SECOND);
        show.toNextMarker();
        assertThat(show.nanosProperty().get()).isEqualTo(4 * SECOND);
        show.toStart();
        assertThat(show.nanosProperty().get()).isZero();
    }

    @Test
    void stepsFromDecisionToDecision() {
        play(1, 3 * SECOND);
        show.seek(SECOND);
        long request = show.snapshot().decision().orElseThrow().request();
        show.decisionForward();
        show.decisionForward();
        assertThat(show.snapshot().decision().orElseThrow().request()).isEqualTo(request + 2);
        show.decisionBack();
        assertThat(show.snapshot().decision().orElseThrow().request()).isEqualTo(request + 1);
        assertThat(show.playingProperty().get()).isFalse();
    }

    @Test
    void makesTheNextDecisionHappenWhenThereIsNoneYet() {
        show.decisionForward();
        assertThat(show.snapshot().decision().orElseThrow().request()).isEqualTo(1);
        assertThat(show.world().now()).isEqualTo(show.nanosProperty().get());
        show.decisionBack();
        assertThat(show.nanosProperty().get()).isZero();
    }

    @Test
    void waitsAMinuteAtMostForADecision() {
        try (var quiet = new Show(new SimulatedWorld(Scenario.of(ServerSpec.named("A"))))) {
            quiet.decisionForward();
            assertThat(quiet.nanosProperty().get()).isEqualTo(60 * SECOND);
        }
    }

    @Test
    void jumpsToForksToo() {
        play(1, 4 * SECOND);
        show.forkMarksProperty().set(List.of(new Timeline.Marker(3 * SECOND, 0, Timeline.Marker.Kind.FORK, "other")));
        show.toPreviousMarker();
        assertThat(show.nanosProperty().get()).isEqualTo(3 * SECOND);
        assertThat(show.markers().getLast().label()).isEqualTo("other");
    }

    @Test
    void stopsAtTheEventItselfHoweverFarTheFrameWouldHaveLed() {
        show.apply(new Command.SetTraffic(FEW_KEYS));
        show.stopChoiceProperty().set(StopChoice.NOWHERE.moves(true, "user:1"));
        play(100, SECOND);
        var stop = show.stopProperty().get().orElseThrow();
        assertThat(stop.why()).isInstanceOf(Stop.Why.KeyMoved.class);
        assertThat(show.snapshot().sequence()).isEqualTo(stop.at().sequence() + 1);
        assertThat(show.world().now())
                .as("time has passed no further")
                .isEqualTo(stop.at().nanos());
        assertThat(show.nanosProperty().get()).isEqualTo(stop.at().nanos());
    }

    @Test
    void stopsInThePastAsInThePresent() {
        show.apply(new Command.SetTraffic(FEW_KEYS));
        play(100, SECOND);
        show.stopChoiceProperty().set(StopChoice.NOWHERE.moves(true, "user:1"));
        show.seek(SECOND);
        play(100, SECOND);
        var stop = show.stopProperty().get().orElseThrow();
        assertThat(show.snapshot().sequence()).isEqualTo(stop.at().sequence() + 1);
        assertThat(show.atNowProperty().get()).isFalse();
        play(0.001, SECOND);
        assertThat(show.stopProperty().get()).as("it goes on from there").isEmpty();
    }

    @Test
    void tellsEachSecondThatIsOver() {
        play(100, 2 * SECOND);
        assertThat(show.secondsProperty().get()).hasSize(200);
        assertThat(show.secondsProperty().get().get(150).arrived()).isEqualTo(10);
    }

    @Test
    void showsAnotherWorldAndActsThere() {
        play(1, 10 * SECOND);
        show.apply(new Command.SetWeight(new ServerId("A"), 3));
        try (var other = new SimulatedWorld(TEN_A_SECOND)) {
            other.advanceTo(4 * SECOND);
            var worlds = new ArrayList<World>();
            show.worldProperty().subscribe(w -> worlds.add(w));
            show.switchTo(other, new History(other), 3 * SECOND);
            assertThat(worlds).hasSize(2).last().isSameAs(other);
            assertThat(show.snapshot().nanos()).isEqualTo(3 * SECOND);
            assertThat(show.newestProperty().get()).isEqualTo(4 * SECOND);
            assertThat(show.atNowProperty().get()).isFalse();
            assertThat(show.canUndoProperty().get()).isFalse();
            show.apply(new Command.SetWeight(new ServerId("B"), 7));
            assertThat(other.scenario().require(new ServerId("B")).weight()).isEqualTo(7);
            assertThat(show.canUndoProperty().get()).isTrue();
        }
    }

    @Test
    void playsOnInAnotherWorld() {
        show.speedProperty().set(2);
        show.playingProperty().set(true);
        try (var other = new SimulatedWorld(TEN_A_SECOND)) {
            show.switchTo(other, new History(other), 0);
            show.pulse(SECOND);
            assertThat(show.nanosProperty().get()).isEqualTo(2 * SECOND);
            assertThat(other.now()).isEqualTo(2 * SECOND);
        }
    }

    @Test
    void closesOnlyWhatItIsToldTo() {
        try (var world = new SimulatedWorld(TEN_A_SECOND)) {
            var ended = new ArrayList<String>();
            new Show(world, new History(world), Backstage.atOnce(), () -> ended.add("the show")).close();
            assertThat(ended).containsExactly("the show");
            assertThat(world.apply(new Command.SetWeight(new ServerId("A"), 2))).isInstanceOf(World.Outcome.Done.class);
        }
    }

    @Test
    void tellsWhyACommandWasNotCarriedOutUntilOneIs() {
        show.apply(new Command.SetWeight(new ServerId("Z"), 3));
        assertThat(show.rejectedProperty().get().orElseThrow()).contains("no server is named Z");
        show.apply(new Command.SetWeight(new ServerId("A"), 3));
        assertThat(show.rejectedProperty().get()).isEmpty();
    }

    @Test
    void tellsOfANewPictureOnlyAfterEverythingElseIsNew() {
        var seen = new ArrayList<Long>();
        show.snapshotProperty().addListener(_ -> seen.add(show.nanosProperty().get()));
        play(1, SECOND);
        assertThat(seen).contains(SECOND);
    }
}
