package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Health;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening.Failure;
import ringside.world.Happening.Origin;
import ringside.world.Timeline.Marker;

class TimelineTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Scenario TWO = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));

    private final Timeline timeline = new Timeline(TWO);

    @Test
    void showsAnEmptyWorldBeforeAnythingHappened() {
        var picture = timeline.at(0);
        assertThat(picture.scenario()).isEqualTo(TWO);
        assertThat(picture.servers()).isEmpty();
        assertThat(picture.requests()).isEmpty();
        assertThat(picture.totals()).isEqualTo(Snapshot.Totals.NONE);
        assertThat(picture.seconds()).containsExactly(new Second(0, 0, 0, 0, new Latencies(), Map.of()));
        assertThat(timeline.events(0, 10)).containsExactly(new Event(0, 0, new Happening.Began(TWO)));
    }

    @Test
    void countsEventsFromOneAfterTheBeginningAndNeverTurnsTimeBack() {
        assertThat(timeline.append(50, new Happening.Notice("one")).sequence()).isEqualTo(1);
        assertThat(timeline.append(30, new Happening.Notice("two")))
                .isEqualTo(new Event(2, 50, new Happening.Notice("two")));
        assertThat(timeline.nextSequence()).isEqualTo(3);
        assertThat(timeline.latest()).isEqualTo(50);
        assertThat(timeline.event(2)).map(Event::nanos).contains(50L);
        assertThat(timeline.event(3)).isEmpty();
    }

    @Test
    void followsARequestFromArrivalToAnswer() {
        join(A);
        arrive(1, 100);
        timeline.append(100, new Happening.Routed(1, A, 1, Reason.Untold.INSTANCE));
        timeline.append(250, new Happening.Connected(1, A, 150));
        timeline.append(250, new Happening.Queued(1, A));
        timeline.append(400, new Happening.Started(1, A));
        timeline.append(900, new Happening.FirstByte(1, A));
        timeline.append(1000, new Happening.Completed(1, A, 200));

        assertThat(load(at(99))).isEqualTo("A 0/0 chosen 0 answered 0 failed 0");
        assertThat(load(at(250))).isEqualTo("A 1/1 chosen 1 answered 0 failed 0");
        assertThat(load(at(400))).isEqualTo("A 1/0 chosen 1 answered 0 failed 0");
        assertThat(load(at(1000))).isEqualTo("A 0/0 chosen 1 answered 1 failed 0");
        var request = at(1000).request(1).orElseThrow();
        assertThat(request.attempts())
                .containsExactly(new RequestState.Attempt(
                        A,
                        Reason.Untold.INSTANCE,
                        100,
                        Optional.of(250L),
                        Optional.of(250L),
                        Optional.of(400L),
                        Optional.of(900L),
                        Optional.empty()));
        assertThat(request.end()).contains(new RequestState.End(1000, RequestState.Ending.ANSWERED, 200));
        assertThat(at(1000).totals()).isEqualTo(new Snapshot.Totals(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void countsWhatConnectionsDidOnEitherSide() {
        timeline.append(0, new Happening.Opened(Happening.Leg.CLIENT, "127.0.0.1:5000"));
        timeline.append(0, new Happening.Opened(Happening.Leg.CLIENT, "127.0.0.1:5001"));
        timeline.append(
                0, new Happening.Secured(Happening.Leg.CLIENT, "127.0.0.1:5000", "TLSv1.3", "X", false, 900, 400));
        timeline.append(
                0, new Happening.Secured(Happening.Leg.CLIENT, "127.0.0.1:5001", "TLSv1.3", "X", true, 100, 50));
        timeline.append(0, new Happening.Opened(Happening.Leg.SERVER, "A"));
        timeline.append(5, new Happening.Closed(Happening.Leg.SERVER, "A", false, 10, 20));
        timeline.append(9, new Happening.Closed(Happening.Leg.CLIENT, "127.0.0.1:5000", true, 40, 50));

        assertThat(at(9).legs().client()).isEqualTo(new Snapshot.Leg(2, 1, 2, 1, 1000, 100, 450, 0, 90));
        assertThat(at(9).legs().client().open()).isEqualTo(1);
        assertThat(at(9).legs().client().meanFullNanos()).isEqualTo(900);
        assertThat(at(9).legs().client().meanResumedNanos()).isEqualTo(100);
        assertThat(at(9).legs().client().meanWorkNanos()).isEqualTo(225);
        assertThat(at(9).legs().server()).isEqualTo(new Snapshot.Leg(1, 1, 0, 0, 0, 0, 0, 30, 0));
        assertThat(at(4).legs().server()).isEqualTo(new Snapshot.Leg(1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsEveryKindOfEndingApart() {
        join(A);
        join(B);
        for (long id = 1; id <= 5; id++) {
            arrive(id, 0);
        }
        for (long id = 1; id <= 4; id++) {
            timeline.append(0, new Happening.Routed(id, A, 1, Reason.Untold.INSTANCE));
        }
        timeline.append(10, new Happening.Failed(1, Failure.TIMED_OUT, 504));
        timeline.append(20, new Happening.Failed(2, Failure.KILLED, 502));
        timeline.append(30, new Happening.Completed(3, A, 500));
        timeline.append(40, new Happening.Retried(4, A, Failure.CONNECTION_REFUSED));
        timeline.append(40, new Happening.Routed(4, B, 2, Reason.Untold.INSTANCE));
        timeline.append(50, new Happening.Completed(4, B, 200));
        timeline.append(60, new Happening.Refused(5, Pick.Cause.NONE_AVAILABLE));

        assertThat(at(60).totals()).isEqualTo(new Snapshot.Totals(5, 1, 2, 1, 1, 1, 0));
        assertThat(at(60).requests().stream().map(r -> r.end().orElseThrow().ending()))
                .containsExactly(
                        RequestState.Ending.TIMED_OUT,
                        RequestState.Ending.FAILED,
                        RequestState.Ending.FAILED,
                        RequestState.Ending.ANSWERED,
                        RequestState.Ending.REFUSED);
        assertThat(load(at(60))).isEqualTo("A 0/0 chosen 4 answered 0 failed 4, B 0/0 chosen 1 answered 1 failed 0");
        assertThat(at(60).seconds().getLast().errors()).isEqualTo(4);
        assertThat(at(60).seconds().getLast().latencies().total()).isEqualTo(5);
    }

    @Test
    void aFailureWhileWaitingForAWorkerLeavesTheQueue() {
        join(A);
        arrive(1, 0);
        timeline.append(0, new Happening.Routed(1, A, 1, Reason.Untold.INSTANCE));
        timeline.append(0, new Happening.Queued(1, A));
        timeline.append(5, new Happening.Failed(1, Failure.TIMED_OUT, 504));
        assertThat(load(at(5))).isEqualTo("A 0/0 chosen 1 answered 0 failed 1");
    }

    @Test
    void keepsTheLastThousandThatEndedAndAllInFlight() {
        join(A);
        arrive(1, 0);
        for (long id = 2; id <= 1102; id++) {
            arrive(id, id);
            timeline.append(id, new Happening.Refused(id, Pick.Cause.NO_SERVERS));
        }
        var requests = timeline.at(2000).requests();
        assertThat(requests).hasSize(1001);
        assertThat(requests.getFirst().id()).isEqualTo(1);
        assertThat(requests.get(1).id()).isEqualTo(103);
        assertThat(requests.getLast().id()).isEqualTo(1102);
    }

    @Test
    void keepsTheLastTwentyFromOutsideEvenWhenTheyEndedLongAgo() {
        for (long id = 1; id <= 25; id++) {
            timeline.append(id, new Happening.Arrived(id, Origin.OUTSIDE, "127.0.0.1", "GET", "/", "/"));
            timeline.append(id, new Happening.Refused(id, Pick.Cause.NO_SERVERS));
        }
        for (long id = 26; id <= 1100; id++) {
            arrive(id, id);
            timeline.append(id, new Happening.Refused(id, Pick.Cause.NO_SERVERS));
        }
        var outside = timeline.at(2000).outside();
        assertThat(outside).hasSize(20).allMatch(r -> r.end().isPresent());
        assertThat(outside.getFirst().id()).isEqualTo(6);
        assertThat(timeline.at(2000).request(6)).isPresent();
    }

    @Test
    void keepsTheLastTwentyProbesNewestFirstAndKnowsTheOneOnItsWay() {
        join(A);
        var health = Health.unchecked(2, 3);
        for (int i = 1; i <= 25; i++) {
            health = health.after(false);
            timeline.append(i * 10L, new Happening.ProbeSent(A, Checks.Kind.TCP));
            timeline.append(i * 10L + 5, new Happening.ProbeFailed(A, Checks.Kind.TCP, "refused", 5, health));
        }
        assertThat(at(250).server(A).orElseThrow().probing()).contains(250L);
        var server = at(255).server(A).orElseThrow();
        assertThat(server.probing()).isEmpty();
        assertThat(server.open()).isFalse();
        assertThat(server.probes()).hasSize(20);
        assertThat(server.probes().getFirst())
                .isEqualTo(new ServerState.Probe(255, Checks.Kind.TCP, false, "refused", 5));
    }

    @Test
    void showsDrainingServersAfterThePoolUntilTheyLeave() {
        join(A);
        join(B);
        var without = TWO.with(List.of(TWO.servers().get(1)));
        timeline.append(10, new Happening.Applied(new Command.RemoveServer(A, Command.Leaving.DRAIN), without));
        timeline.append(10, new Happening.Draining(A));
        timeline.append(20, new Happening.Left(A));
        assertThat(at(10).servers().stream().map(ServerState::id)).containsExactly(B, A);
        assertThat(at(10).server(A).orElseThrow().draining()).isTrue();
        assertThat(at(20).servers().stream().map(ServerState::id)).containsExactly(B);
    }

    @Test
    void forgetsHealthWhenRiseFallOrKindChange() {
        join(A);
        timeline.append(
                1,
                new Happening.ProbeFailed(
                        A, Checks.Kind.HTTP, "500", 1, Health.unchecked(2, 3).after(false)));
        var slower = TWO.with(TWO.checks().of(Checks.Kind.TCP));
        timeline.append(2, new Happening.Applied(new Command.SetChecks(slower.checks()), slower));
        assertThat(at(1).server(A).orElseThrow().health().phase()).isEqualTo(Health.Phase.GOING_DOWN);
        assertThat(at(2).server(A).orElseThrow().health().phase()).isEqualTo(Health.Phase.UNCHECKED);
    }

    @Test
    void countsSecondsInWhichNothingHappens() {
        arrive(1, 500_000_000L);
        arrive(2, 3_200_000_000L);
        assertThat(timeline.at(3_200_000_000L).seconds().stream().map(Second::arrived))
                .containsExactly(1, 0, 0, 1);
        arrive(3, 100_000_000_000L);
        var seconds = timeline.at(100_000_000_000L).seconds();
        assertThat(seconds).hasSize(60);
        assertThat(seconds.getFirst().index()).isEqualTo(41);
        assertThat(seconds.getLast()).matches(s -> s.index() == 100 && s.arrived() == 1);
    }

    @Test
    void countsLooksAndFetchesOfEachSecond() {
        timeline.append(100_000_000, new Happening.LookedUp(1, A, Happening.Found.MISS));
        timeline.append(100_000_000, new Happening.OriginAsked(1, A, "k", Happening.Need.MISS, 0));
        timeline.append(1_200_000_000, new Happening.LookedUp(2, A, Happening.Found.HIT));
        timeline.append(1_300_000_000, new Happening.OriginAnswered(1, A, "k", 1));
        var seconds = timeline.at(1_300_000_000L).seconds();
        assertThat(seconds.stream().map(Second::looks)).containsExactly(new Looks(0, 0, 1, 0), new Looks(1, 0, 0, 0));
        assertThat(seconds.stream().map(Second::fetches)).containsExactly(1, 0);
    }

    @Test
    void goesBackWithinASilence() {
        arrive(1, 500_000_000L);
        arrive(2, 9_000_000_000L);
        assertThat(timeline.at(8_000_000_000L).seconds()).hasSize(9);
        assertThat(timeline.at(1_000_000_000L).seconds()).hasSize(2);
    }

    @Test
    void forgetsThoseInFlightAtAGapAndCountsWhatWasMissed() {
        join(A);
        arrive(1, 0);
        timeline.append(0, new Happening.Routed(1, A, 1, Reason.Untold.INSTANCE));
        timeline.append(5, new Happening.Missed(42));
        timeline.append(6, new Happening.Completed(1, A, 200));
        assertThat(at(6).requests()).isEmpty();
        assertThat(at(6).totals().missed()).isEqualTo(42);
        assertThat(load(at(6))).isEqualTo("A 0/0 chosen 1 answered 0 failed 0");
    }

    @Test
    void marksWhatIsWorthJumpingTo() {
        join(A);
        timeline.append(1, new Happening.Ejected(A));
        timeline.append(2, new Happening.Readmitted(A));
        arrive(1, 3);
        timeline.append(3, new Happening.Refused(1, Pick.Cause.NO_SERVERS));
        arrive(2, 4);
        timeline.append(4, new Happening.Refused(2, Pick.Cause.NO_SERVERS));
        var ring = PolicyChoice.of("textbook/mod-n");
        timeline.append(5, new Happening.Applied(new Command.SetPolicy(ring), TWO.with(ring)));
        timeline.append(6, new Happening.Draining(A));
        timeline.append(7, new Happening.Left(A));
        assertThat(timeline.markers())
                .containsExactly(
                        new Marker(0, 1, Marker.Kind.JOIN, "A"),
                        new Marker(1, 2, Marker.Kind.EJECT, "A"),
                        new Marker(2, 3, Marker.Kind.READMIT, "A"),
                        new Marker(3, 5, Marker.Kind.FIRST_DROP, "1"),
                        new Marker(5, 8, Marker.Kind.POLICY, "textbook/mod-n"),
                        new Marker(6, 9, Marker.Kind.DRAIN, "A"),
                        new Marker(7, 10, Marker.Kind.LEAVE, "A"));
        assertThat(timeline.markers(Marker.Kind.EJECT)).containsExactly(new Marker(1, 2, Marker.Kind.EJECT, "A"));
    }

    @Test
    void marksAnErrorOfAServerAsTheFirstDrop() {
        join(A);
        arrive(1, 3);
        timeline.append(3, new Happening.Completed(1, A, 200));
        arrive(2, 4);
        timeline.append(4, new Happening.Completed(2, A, 500));
        assertThat(timeline.markers(Marker.Kind.FIRST_DROP))
                .containsExactly(new Marker(4, 5, Marker.Kind.FIRST_DROP, "2"));
    }

    @Test
    void stepsThroughEventsOfOneInstant() {
        join(A);
        arrive(1, 10);
        arrive(2, 10);
        assertThat(timeline.after(2).requests()).hasSize(1);
        assertThat(timeline.after(3).requests()).hasSize(2);
        assertThat(timeline.after(99)).isEqualTo(timeline.after(3));
        assertThat(timeline.after(-1).sequence()).isZero();
        assertThat(timeline.after(2).nanos()).isEqualTo(10);
    }

    @Test
    void findsTheEventsOfOneRequest() {
        join(A);
        arrive(1, 0);
        arrive(2, 1);
        timeline.append(2, new Happening.Refused(1, Pick.Cause.NO_SERVERS));
        assertThat(timeline.ofRequest(1).stream().map(Event::sequence)).containsExactly(2L, 4L);
        assertThat(timeline.ofRequest(3)).isEmpty();
    }

    @Test
    void dropsTheOldestWhenFullAndShowsTheEarliestStillHeld() {
        var small = new Timeline(TWO, 64);
        for (int i = 1; i < 1000; i++) {
            small.append(i, new Happening.Arrived(i, Origin.OURS, "10.0.0.1", "GET", "/", "/"));
        }
        assertThat(small.nextSequence()).isEqualTo(1000);
        assertThat(small.earliest()).isEqualTo(935);
        assertThat(small.event(935)).isEmpty();
        assertThat(small.event(936)).map(Event::nanos).contains(936L);
        assertThat(small.at(3)).isEqualTo(small.at(935));
        assertThat(small.at(3).totals().arrived()).isEqualTo(935);
        assertThat(small.after(3)).isEqualTo(small.at(3));
        assertThat(small.at(999).totals().arrived()).isEqualTo(999);
        assertThat(small.events(0, 5000)).hasSize(64);
    }

    @Test
    void holdsFewerEventsWhenTheyCarryLongLists() {
        var small = new Timeline(TWO, new Timeline.Room(64, 200_000));
        var entries = IntStream.range(0, 400)
                .mapToObj(i -> new Ledger.Entry("k" + i, Ledger.Owner.NOBODY, Ledger.Owner.NOBODY))
                .toList();
        for (int i = 1; i < 1000; i++) {
            small.append(i, new Happening.Remapped(new Ledger(entries, 0)));
        }
        assertThat(small.events(0, 5000)).hasSizeLessThan(8);
        assertThat(small.at(999).remap()).isPresent();
    }

    private void join(ServerId server) {
        timeline.append(0, new Happening.Joined(server, "simulated"));
    }

    private void arrive(long id, long nanos) {
        timeline.append(nanos, new Happening.Arrived(id, Origin.OURS, "10.0.0.1", "GET", "/", "/"));
    }

    private Snapshot at(long nanos) {
        return timeline.at(nanos);
    }

    private static String load(Snapshot picture) {
        return String.join(
                ", ",
                picture.servers().stream()
                        .map(s -> s.id() + " " + s.inFlight() + "/" + s.queued() + " chosen " + s.chosen()
                                + " answered " + s.answered() + " failed " + s.failed())
                        .toList());
    }
}
