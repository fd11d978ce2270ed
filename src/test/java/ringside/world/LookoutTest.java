package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;

final class LookoutTest {
    private static final long MILLI = 1_000_000;
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");

    private final Timeline timeline = new Timeline(Scenario.of(ServerSpec.named("A"), ServerSpec.named("B")));

    private void tell(long millis, Happening... what) {
        for (var each : what) {
            timeline.append(millis * MILLI, each);
        }
    }

    private static Happening arrives(long request, String key) {
        return new Happening.Arrived(request, Happening.Origin.OURS, "c1", "GET", "/", key);
    }

    private static Happening goes(long request, ServerId to) {
        return new Happening.Routed(request, to, 1, Reason.Untold.INSTANCE);
    }

    /** A request that took so long. */
    private void answer(long request, long fromMillis, long tookMillis) {
        tell(fromMillis, arrives(request, "k"), goes(request, A));
        tell(fromMillis + tookMillis, new Happening.Completed(request, A, 200));
    }

    private List<Stop> stops(StopWhen... conditions) {
        var lookout = new Lookout(timeline, List.of(conditions), 0);
        var stops = new ArrayList<Stop>();
        for (var stop = lookout.look(Long.MAX_VALUE); stop.isPresent(); stop = lookout.look(Long.MAX_VALUE)) {
            stops.add(stop.get());
        }
        return stops;
    }

    private static List<Stop.Why> why(List<Stop> stops) {
        return stops.stream().map(Stop::why).toList();
    }

    @Test
    void stopsAtEachRequestThatEndsWithoutItsAnswer() {
        answer(1, 0, 10);
        tell(20, arrives(2, "k"), goes(2, A), new Happening.Failed(2, Happening.Failure.TIMED_OUT, 504));
        tell(30, arrives(3, "k"), new Happening.Refused(3, Pick.Cause.NO_SERVERS));
        tell(40, arrives(4, "k"), goes(4, A), new Happening.Completed(4, A, 500));
        var stops = stops(new StopWhen.RequestDropped());
        assertThat(why(stops))
                .containsExactly(new Stop.Why.Dropped(2), new Stop.Why.Dropped(3), new Stop.Why.Dropped(4));
        assertThat(stops.getFirst().at().nanos()).isEqualTo(20 * MILLI);
        assertThat(stops.getFirst().at().what()).isInstanceOf(Happening.Failed.class);
    }

    @Test
    void stopsAtEjectionsOfEitherKind() {
        tell(1, new Happening.Ejected(A), new Happening.Readmitted(A), new Happening.PassivelyEjected(B, 5 * MILLI));
        assertThat(why(stops(new StopWhen.ServerEjected())))
                .containsExactly(new Stop.Why.Ejected(A), new Stop.Why.Ejected(B));
    }

    @Test
    void stopsWhereTheNextRequestOfAKeyGoesElsewhere() {
        tell(1, arrives(1, "user:7"), goes(1, A), arrives(2, "user:8"), goes(2, B));
        tell(2, arrives(3, "user:7"), goes(3, A), arrives(4, "user:7"), goes(4, B));
        assertThat(why(stops(new StopWhen.KeyMoves("user:7")))).containsExactly(new Stop.Why.KeyMoved("user:7", A, B));
    }

    @Test
    void countsASecondAttemptElsewhereAsNoMove() {
        tell(1, arrives(1, "user:7"), goes(1, A));
        tell(2, new Happening.Retried(1, A, Happening.Failure.SERVER_ERROR));
        tell(3, new Happening.Routed(1, B, 2, Reason.Untold.INSTANCE), arrives(2, "user:7"), goes(2, A));
        assertThat(stops(new StopWhen.KeyMoves("user:7"))).isEmpty();
    }

    @Test
    void stopsWhereAChangeOfThePoolMovesAKeyAndNotAgainAtItsNextRequest() {
        var entry = new Ledger.Entry("user:7", new Ledger.Owner.Of(A), new Ledger.Owner.Of(B));
        tell(1, new Happening.Remapped(new Ledger(List.of(entry), 0.5)));
        tell(2, arrives(1, "user:7"), goes(1, B));
        assertThat(why(stops(new StopWhen.KeyMoves("user:7")))).containsExactly(new Stop.Why.KeyMoved("user:7", A, B));
    }

    @Test
    void stopsWhenOneInAHundredTakesLongerAndNotAgainBeforeThatIsOver() {
        for (int i = 0; i < 200; i++) {
            answer(i, i, 10);
        }
        answer(200, 300, 60);
        answer(201, 400, 60);
        answer(202, 500, 60);
        answer(203, 600, 60);
        var stops = stops(new StopWhen.P99Passes(50 * MILLI));
        assertThat(why(stops)).containsExactly(new Stop.Why.P99Passed(50 * MILLI));
        assertThat(stops.getFirst().at().nanos()).as("the third of 203").isEqualTo(560 * MILLI);
    }

    @Test
    void forgetsWhatTookLongAfterTenSeconds() {
        for (int i = 0; i < 30; i++) {
            answer(i, 40L * i, 20);
        }
        answer(30, 1200, 60);
        for (int i = 31; i < 61; i++) {
            answer(i, 12_000 + 40 * i, 20);
        }
        answer(61, 20_000, 60);
        assertThat(stops(new StopWhen.P99Passes(50 * MILLI)))
                .extracting(s -> s.at().nanos())
                .containsExactly(1260 * MILLI, 20_060 * MILLI);
    }

    @Test
    void saysNothingOfAP99OfAFew() {
        answer(1, 0, 900);
        assertThat(stops(new StopWhen.P99Passes(50 * MILLI))).isEmpty();
    }

    @Test
    void beginsInTheMiddleKnowingWhatCameBefore() {
        tell(1, arrives(1, "user:7"), goes(1, A), arrives(2, "user:7"), goes(2, B));
        long middle = timeline.nextSequence();
        tell(2, arrives(3, "user:7"), goes(3, A));
        var lookout = new Lookout(timeline, List.of(new StopWhen.KeyMoves("user:7")), middle);
        assertThat(lookout.look(1 * MILLI)).isEmpty();
        assertThat(lookout.look(2 * MILLI).map(Stop::why))
                .isEqualTo(Optional.of(new Stop.Why.KeyMoved("user:7", B, A)));
        assertThat(lookout.look(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void tellsTheFirstOfSeveralConditionsAtOneEvent() {
        tell(1, arrives(1, "k"), new Happening.Failed(1, Happening.Failure.KILLED, 0), new Happening.Ejected(A));
        assertThat(why(stops(new StopWhen.ServerEjected(), new StopWhen.RequestDropped())))
                .containsExactly(new Stop.Why.Dropped(1), new Stop.Why.Ejected(A));
    }
}
