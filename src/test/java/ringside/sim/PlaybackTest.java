package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.arrivals;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.totals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Deed;
import ringside.world.Happening;
import ringside.world.Happening.Origin;
import ringside.world.Latency;
import ringside.world.Progress;
import ringside.world.Recording;
import ringside.world.Recording.Arrival;
import ringside.world.Recording.Service;
import ringside.world.Scenario;
import ringside.world.Tape;
import ringside.world.Traffic;
import ringside.world.VirtualTime;

class PlaybackTest {
    private static final long MILLI = 1_000_000;
    private static final Latency TEN = new Latency.Constant(Duration.ofMillis(10));
    private static final Scenario ONE = Scenario.of(steady("A", 10).sized(1, 10));

    private static Arrival at(int millis, Optional<Service> service) {
        return new Arrival(millis * MILLI, Origin.OUTSIDE, "127.0.0.1", "POST", "/" + millis, "k", service);
    }

    private static Optional<Service> worked(int millis) {
        return Optional.of(new Service(millis * MILLI, TEN));
    }

    private static VirtualTime open(Scenario begins, List<Deed> deeds, long millis, Arrival... arrivals) {
        var tape = new Tape(begins, deeds, millis * MILLI, Optional.of(Recording.of(arrivals)));
        return new Replay().open(tape, Progress.UNWATCHED);
    }

    @Test
    void letsEveryoneComeAgainAsTheyCame() {
        try (var world = open(ONE, List.of(), 50, at(5, worked(3)), at(20, Optional.empty()))) {
            assertThat(arrivals(world))
                    .containsExactly(
                            new Happening.Arrived(1, Origin.OUTSIDE, "127.0.0.1", "POST", "/5", "k"),
                            new Happening.Arrived(2, Origin.OUTSIDE, "127.0.0.1", "POST", "/20", "k"));
            assertThat(endings(world))
                    .containsExactly(
                            "8 Completed[request=1, server=A, status=200]",
                            "30 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void makesThemWaitAnewAndSlowsThemDownAnew() {
        var slow = new Deed(0, new Command.SetBehaviour(new ServerId("A"), new Behaviour.Slow(2)));
        try (var world = open(ONE, List.of(slow), 50, at(5, worked(3)), at(6, worked(4)))) {
            assertThat(endings(world))
                    .containsExactly(
                            "11 Completed[request=1, server=A, status=200]",
                            "19 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void theMeasuredTimeFollowsTheLatencyThatAServerIsGiven() {
        var late = new Deed(0, new Command.SetLatency(new ServerId("A"), new Latency.Constant(Duration.ofMillis(30))));
        try (var world = open(ONE, List.of(late), 50, at(5, worked(4)))) {
            assertThat(endings(world)).containsExactly("17 Completed[request=1, server=A, status=200]");
        }
    }

    @Test
    void tellsHowFarItHasComeFromWhereItBegins() {
        var draft = new Recording.Draft();
        draft.add(at(950, worked(3)));
        var tape = new Tape(ONE, List.of(), 1000 * MILLI, Optional.of(draft.recording(900 * MILLI, 0)));
        var shares = new ArrayList<Double>();
        new Replay().open(tape, shares::add).close();
        assertThat(shares).hasSize(200).startsWith(0.005, 0.01).endsWith(1.0);
    }

    @Test
    void nobodyComesAfterTheLastUntilOthersAreSentFor() {
        try (var world = open(ONE, List.of(), 50, at(5, worked(3)))) {
            world.advanceTo(1000 * MILLI);
            assertThat(totals(world).arrived()).isEqualTo(1);
            world.apply(new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(10))));
            world.advanceTo(2000 * MILLI);
            assertThat(totals(world).arrived()).isEqualTo(11);
        }
    }

    @Test
    void theScenariosOwnComeInPlaceOfTheRecordedUntilItHasNone() {
        var ten = Traffic.none().arriving(new Arrivals.Constant(100));
        try (var world =
                open(ONE, List.of(), 10, at(5, worked(1)), at(10, worked(1)), at(15, worked(1)), at(60, worked(1)))) {
            world.apply(new Command.SetTraffic(ten));
            world.advanceTo(50 * MILLI);
            assertThat(totals(world).arrived()).isEqualTo(2 + 4);
            world.apply(new Command.SetTraffic(Traffic.none()));
            world.advanceTo(100 * MILLI);
            assertThat(arrivals(world).getLast().path()).isEqualTo("/60");
            assertThat(totals(world).arrived()).isEqualTo(2 + 4 + 1);
        }
    }

    @Test
    void doneAndUndoneAtOnceChangesNothingOfWhatComes() {
        var arrivals = new Arrival[] {at(5, worked(1)), at(10, worked(1)), at(15, worked(1))};
        try (var world = open(ONE, List.of(), 10, arrivals)) {
            world.apply(new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(100))));
            world.apply(new Command.SetTraffic(ONE.traffic()));
            world.advanceTo(50 * MILLI);
            assertThat(arrivals(world)).extracting(Happening.Arrived::path).containsExactly("/5", "/10", "/15");
        }
    }

    @Test
    void aMeasuredConnectionKeepsNoWorkerBusy() {
        var first = new Arrival(0, Origin.OURS, "10.0.0.1", "", "", "10.0.0.1", worked(100));
        var second = new Arrival(MILLI, Origin.OURS, "10.0.0.2", "", "", "10.0.0.2", worked(100));
        try (var world = open(ONE, List.of(), 200, first, second)) {
            assertThat(endings(world))
                    .containsExactly(
                            "100 Completed[request=1, server=A, status=0]",
                            "101 Completed[request=2, server=A, status=0]");
        }
    }

    @Test
    void beginsWhereTheRecordingDoesAndCanBeToldAgain() {
        var draft = new Recording.Draft();
        draft.add(at(700, worked(3)));
        var tape = new Tape(ONE, List.of(), 800 * MILLI, Optional.of(draft.recording(600 * MILLI, 0)));
        try (var world = new Replay().open(tape, Progress.UNWATCHED);
                var again = new Replay().open(world.tape(), Progress.UNWATCHED)) {
            assertThat(world.now()).isEqualTo(800 * MILLI);
            assertThat(world.timeline().earliest()).isEqualTo(600 * MILLI);
            assertThat(world.timeline().at(0).nanos()).isEqualTo(600 * MILLI);
            assertThat(endings(world)).containsExactly("703 Completed[request=1, server=A, status=200]");
            assertThat(again.tape()).isEqualTo(world.tape()).isEqualTo(tape);
            assertThat(all(again)).isEqualTo(all(world));
        }
    }
}
