package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Attempt;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Picking;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.textbook.TextbookReason.Cost;
import ringside.engine.textbook.TextbookReason.Wait;

/** Least response time, and peak EWMA. */
class ByTimeTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");
    private static final double MILLI = 1e6;

    private final LeastResponseTime least = new LeastResponseTime();
    private final Picking picking = Picking.of(least, pool("A", "B"));
    private long nowNanos;

    private static void took(Policy policy, ServerId server, double millis) {
        policy.settled(new Attempt(server, Outcome.OK, false, Math.round(millis * MILLI)));
    }

    @Test
    void leastResponseTimeWeighsTheAverageAgainstTheOpenRequests() {
        took(least, A, 10);
        took(least, B, 40);
        assertThat(picking.busy(2, 0).next(2)).isEqualTo("A A");
        assertThat(picking.busy(4, 0).next(2)).isEqualTo("B B");
    }

    @Test
    void leastResponseTimeLetsEqualsTakeTurns() {
        took(least, A, 10);
        took(least, B, 40);
        assertThat(picking.busy(3, 0).next(4)).isEqualTo("A B A B");
    }

    @Test
    void leastResponseTimeMovesItsAverageByAnEighth() {
        took(least, A, 10);
        took(least, A, 18);
        took(least, B, 1);
        assertThat(picking.busy(1, 3).reason(""))
                .isEqualTo(new TextbookReason.ShortestWait(
                        List.of(
                                new Wait(A, Optional.of(Duration.ofMillis(11)), 1, 1, 22 * MILLI),
                                new Wait(B, Optional.of(Duration.ofMillis(1)), 3, 1, 4 * MILLI)),
                        1));
    }

    @Test
    void leastResponseTimeTakesANewcomerForAnAverageOne() {
        took(least, A, 10);
        took(least, B, 30);
        picking.from(pool("A", "B", "C"));
        assertThat(picking.busy(2, 9, 0).next(1)).isEqualTo("C");
        assertThat(picking.busy(0, 9, 0).reason(""))
                .isInstanceOfSatisfying(
                        TextbookReason.ShortestWait.class,
                        why -> assertThat(why.waits().getLast())
                                .isEqualTo(new Wait(C, Optional.empty(), 0, 1, 20 * MILLI)));
    }

    @Test
    void leastResponseTimeIsLeastConnectionsUntilSomebodyAnswered() {
        assertThat(picking.busy(2, 1).next(2)).isEqualTo("B B");
    }

    @Test
    void leastResponseTimeDividesByTheWeight() {
        var weighed = Pool.of(List.of(Member.up("A", 5), Member.up("B", 1)));
        took(least, A, 40);
        took(least, B, 10);
        assertThat(picking.from(weighed).next(2)).isEqualTo("A A");
    }

    @Test
    void leastResponseTimeForgetsWhoLeftAndWhatWasCalledOff() {
        took(least, A, 10);
        took(least, B, 20);
        least.settled(new Attempt(A, new Outcome.Abandoned(), false, 1_000_000_000));
        assertThat(picking.next(1)).isEqualTo("A");
        picking.from(pool("B")).from(pool("A", "B"));
        // A is as good as B now, for all that is known, and its turn came
        assertThat(picking.reason(""))
                .isInstanceOfSatisfying(
                        TextbookReason.ShortestWait.class,
                        why -> assertThat(why.tied()).isEqualTo(2));
        took(least, C, 1);
        assertThat(picking.from(pool("A", "B", "C")).reason(""))
                .isInstanceOfSatisfying(
                        TextbookReason.ShortestWait.class,
                        why -> assertThat(why.waits().getLast().average()).isEmpty());
    }

    /** Peak EWMA whose dice name A, then B, each time. */
    private Policy peak(int picks) {
        var peak = new PeakEwma(10_000, () -> nowNanos, Script.rolling(new int[2 * picks]));
        peak.use(pool("A", "B"));
        return peak;
    }

    private static List<Cost> costs(Policy peak, int... busy) {
        var why = Picking.of(peak, pool("A", "B")).busy(busy).reason("");
        return why instanceof TextbookReason.LowerLoad(var drawn) ? drawn : List.of();
    }

    private static Optional<Duration> nanos(long nanos) {
        return Optional.of(Duration.ofNanos(nanos));
    }

    @Test
    void peakEwmaGoesUpAtOnceAndDownSlowly() {
        var peak = peak(3);
        took(peak, A, 20);
        took(peak, A, 100);
        assertThat(costs(peak, 0, 0).getFirst()).isEqualTo(new Cost(A, nanos(100_000_000), 0, 100 * MILLI));
        took(peak, A, 20);
        assertThat(costs(peak, 2, 0).getFirst()).isEqualTo(new Cost(A, nanos(100_000_000), 2, 300 * MILLI));
        nowNanos = 10_000_000_000L;
        took(peak, A, 20);
        // 100/e + 20 (1 - 1/e)
        assertThat(costs(peak, 0, 0).getFirst().cost()).isEqualTo(nanos(49_430_355));
    }

    @Test
    void peakEwmaForgetsWhileItLooks() {
        var peak = peak(2);
        took(peak, A, 100);
        nowNanos = 10_000_000_000L;
        // 100/e, and then 100/e^2
        assertThat(costs(peak, 0, 0).getFirst().cost()).isEqualTo(nanos(36_787_944));
        nowNanos = 20_000_000_000L;
        assertThat(costs(peak, 0, 0).getFirst().cost()).isEqualTo(nanos(13_533_528));
    }

    @Test
    void peakEwmaKeepsTheLowerLoadAndTheFirstOfEquals() {
        var peak = peak(3);
        took(peak, A, 10);
        took(peak, B, 40);
        assertThat(Picking.of(peak, pool("A", "B")).busy(4, 0).next(1)).isEqualTo("B");
        assertThat(Picking.of(peak, pool("A", "B")).busy(3, 0).next(1)).isEqualTo("A");
        assertThat(Picking.of(peak, pool("A", "B")).busy(2, 0).next(1)).isEqualTo("A");
    }

    @Test
    void peakEwmaLetsOneRequestFindOutAboutANewcomer() {
        var peak = peak(3);
        took(peak, A, 100);
        assertThat(Picking.of(peak, pool("A", "B")).busy(0, 0).next(1)).isEqualTo("B");
        assertThat(Picking.of(peak, pool("A", "B")).busy(99, 1).next(1)).isEqualTo("A");
        // (2^63 - 1) / 2^16, and one for the request
        assertThat(costs(peak, 0, 1).getLast()).isEqualTo(new Cost(B, Optional.empty(), 1, 140_737_488_355_328.0));
    }

    @Test
    void peakEwmaTakesNoNoticeOfWhatWasCalledOffOrOfThoseItDoesNotKnow() {
        var peak = peak(1);
        peak.settled(new Attempt(A, new Outcome.Abandoned(), false, 5));
        took(peak, C, 7);
        assertThat(costs(peak, 0, 0)).extracting(Cost::cost).containsOnly(Optional.empty());
    }

    @Test
    void peakEwmaHasNothingToCompareWhenThereIsOne() {
        var peak = new PeakEwma(1, () -> 0, Dice.seeded(3));
        Reason why = Picking.of(peak, pool("A")).reason("");
        assertThat(why).isEqualTo(new TextbookReason.LowerLoad(List.of(new Cost(A, Optional.empty(), 0, 0))));
    }
}
