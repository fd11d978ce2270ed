package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Ledger;
import ringside.engine.Pick;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.world.Happening.Failure;
import ringside.world.Happening.Origin;
import ringside.world.RequestState.Ending;

class StatisticsTest {
    private static final long MILLI = 1_000_000;
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Scenario TWO = Scenario.of(
            ServerSpec.named("A").sized(1, 10), ServerSpec.named("B").sized(4, 10));

    private final Outcomes outcomes = new Outcomes();
    private final Statistics statistics = new Statistics(TWO, outcomes);

    private void tell(long millis, Happening what) {
        statistics.tell(millis * MILLI, what);
    }

    private void arrive(long millis, long id, String client) {
        tell(millis, new Happening.Arrived(id, Origin.OURS, client, "GET", "/", "/"));
    }

    private void route(long millis, long id, ServerId server, int attempt) {
        tell(millis, new Happening.Routed(id, server, attempt, Reason.Untold.INSTANCE));
        tell(millis, new Happening.Started(id, server));
    }

    private void tellOfFive() {
        tell(0, new Happening.Joined(A, Happening.Joined.SIMULATED));
        tell(0, new Happening.Joined(B, Happening.Joined.SIMULATED));
        arrive(0, 1, "ann");
        route(0, 1, A, 1);
        arrive(10, 2, "bob");
        route(10, 2, B, 1);
        tell(20, new Happening.Completed(1, A, 200));
        arrive(30, 3, "ann");
        tell(30, new Happening.Refused(3, Pick.Cause.NONE_AVAILABLE));
        tell(40, new Happening.Retried(2, B, Failure.CLOSED_EARLY));
        route(40, 2, A, 2);
        arrive(50, 4, "ann");
        route(50, 4, B, 1);
        tell(90, new Happening.Completed(2, A, 200));
        tell(95, new Happening.Failed(4, Failure.TIMED_OUT, 504));
        arrive(96, 5, "cy");
        route(96, 5, B, 1);
    }

    @Test
    void countsWhatBecameOfRequests() {
        tellOfFive();
        var figures = statistics.figures(100 * MILLI);

        assertThat(figures.totals()).isEqualTo(new Snapshot.Totals(5, 2, 0, 1, 1, 1, 0));
        assertThat(figures.dropped()).isEqualTo(2);
        assertThat(figures.open()).isEqualTo(1);
    }

    @Test
    void takesThoseThatWereLostIntoAccountOnceAndOnceNot() {
        tellOfFive();
        var figures = statistics.figures(100 * MILLI);

        assertThat(figures.answered().count()).isEqualTo(2);
        assertThat(figures.answered().meanNanos()).isEqualTo(50 * MILLI);
        assertThat(figures.answered().maxNanos()).isEqualTo(80 * MILLI);
        assertThat(figures.all().count()).isEqualTo(4);
        assertThat(figures.all().meanNanos()).isEqualTo((20 + 80 + 0 + 45) * MILLI / 4);
    }

    private static ServerFigures figures(
            ServerId server, long[] counts, double share, long busyNanos, double utilisation) {
        return new ServerFigures(
                server, counts[0], counts[1], counts[2], share, busyNanos, utilisation, Looks.NONE, Wakes.NONE);
    }

    @Test
    void countsWhatEachServerDid() {
        tellOfFive();

        assertThat(statistics.figures(100 * MILLI).servers())
                .containsExactly(
                        figures(A, new long[] {2, 2, 0}, 0.4, 70 * MILLI, 0.7),
                        figures(B, new long[] {3, 0, 2}, 0.6, 79 * MILLI, 79 / 400.0));
    }

    @Test
    void countsOnWhereItWasAskedBefore() {
        tellOfFive();
        var early = statistics.figures(98 * MILLI).servers().getLast().busyNanos();
        var late = statistics.figures(100 * MILLI).servers().getLast().busyNanos();

        assertThat(early).isEqualTo(77 * MILLI);
        assertThat(late).isEqualTo(79 * MILLI);
    }

    @Test
    void doesNotCountTheTimeInWhichAServerWasNotThere() {
        tell(0, new Happening.Joined(A, Happening.Joined.SIMULATED));
        arrive(0, 1, "ann");
        route(0, 1, A, 1);
        tell(10, new Happening.Completed(1, A, 200));
        tell(40, new Happening.Left(A));
        tell(80, new Happening.Joined(A, Happening.Joined.SIMULATED));

        assertThat(statistics.figures(100 * MILLI).servers())
                .containsExactly(figures(A, new long[] {1, 1, 0}, 1, 10 * MILLI, 10 / 60.0));
    }

    @Test
    void writesDownHowEachRequestEnded() {
        tellOfFive();

        assertThat(outcomes.last()).isEqualTo(4);
        assertThat(List.of(outcomes.ending(1), outcomes.ending(2), outcomes.ending(3), outcomes.ending(4)))
                .containsExactly(
                        Optional.of(Ending.ANSWERED),
                        Optional.of(Ending.ANSWERED),
                        Optional.of(Ending.REFUSED),
                        Optional.of(Ending.TIMED_OUT));
        assertThat(outcomes.ending(5)).isEmpty();
        assertThat(outcomes.ending(0)).isEmpty();
        assertThat(LongStream.rangeClosed(1, 5).map(i -> outcomes.nanos((int) i) / MILLI))
                .containsExactly(20L, 80L, 0L, 45L, 0L);
    }

    @Test
    void countsTheFirstClientsOneByOneAndTheRestTogether() {
        for (int i = 1; i <= 250; i++) {
            arrive(i, i, "10.0.0." + i % 125);
            tell(i + i % 125, new Happening.Completed(i, A, 200));
        }
        var figures = statistics.figures(1000 * MILLI);

        assertThat(figures.clients()).hasSize(Statistics.MOST_CLIENTS);
        assertThat(figures.clients().getFirst())
                .isEqualTo(new ClientFigures(
                        "10.0.0.1", 2, 2, new LatencyFigures(2, MILLI, MILLI, MILLI, MILLI, MILLI, MILLI)));
        assertThat(figures.others().requests()).isEqualTo(50);
        assertThat(figures.others().answered()).isEqualTo(50);
        assertThat(figures.others().latency().maxNanos()).isEqualTo(124 * MILLI);
    }

    @Test
    void writesDownWhichShareOfKeysMovedAndWhatTheoryExpects() {
        var key = new Ledger.Entry("k", new Ledger.Owner.Of(A), new Ledger.Owner.Of(B));
        var still = new Ledger.Entry("s", new Ledger.Owner.Of(A), new Ledger.Owner.Of(A));
        for (int i = 0; i < 150; i++) {
            tell(i, new Happening.Remapped(new Ledger(List.of(key, still, still, still), 0.2)));
        }
        var figures = statistics.figures(1000 * MILLI);

        assertThat(figures.remapped()).isEqualTo(150);
        assertThat(figures.remaps()).hasSize(Statistics.MOST_REMAPS);
        assertThat(figures.remaps().get(7)).isEqualTo(new RemapFigures(7 * MILLI, 4, 1, 0.2));
        assertThat(figures.remaps().get(7).fraction()).isEqualTo(0.25);
    }

    @Test
    void knowsPercentilesToATenthOfAPercent() {
        var random = new SplittableRandom(7);
        var took = new long[100_000];
        for (int i = 0; i < took.length; i++) {
            took[i] = (long) StrictMath.exp(random.nextDouble(0, 25));
            statistics.tell(0, new Happening.Arrived(i + 1, Origin.OURS, "ann", "GET", "/", "/"));
            statistics.tell(took[i], new Happening.Completed(i + 1, A, 200));
        }
        Arrays.sort(took);
        var all = statistics.figures(Long.MAX_VALUE).all();

        isWithinATenthOfAPercent(all.p50Nanos(), took[49_999]);
        isWithinATenthOfAPercent(all.p90Nanos(), took[89_999]);
        isWithinATenthOfAPercent(all.p99Nanos(), took[98_999]);
        isWithinATenthOfAPercent(all.p999Nanos(), took[99_899]);
        assertThat(all.maxNanos()).isEqualTo(took[99_999]);
    }

    @Test
    void countsLooksIntoCachesAndWhatTheOriginIsAsked() {
        tell(0, new Happening.LookedUp(1, A, Happening.Found.MISS));
        tell(0, new Happening.OriginAsked(1, A, "k", Happening.Need.MISS, 0));
        tell(1, new Happening.LookedUp(2, A, Happening.Found.MISS));
        tell(1, new Happening.OriginAsked(2, A, "k", Happening.Need.MISS, 1));
        tell(5, new Happening.OriginAnswered(1, A, "k", 5 * MILLI));
        tell(6, new Happening.LookedUp(3, A, Happening.Found.HIT));
        tell(6, new Happening.LookedUp(4, B, Happening.Found.HIT));
        tell(7, new Happening.Accepted(5, B, 4));
        var figures = statistics.figures(10 * MILLI);

        assertThat(figures.looks()).isEqualTo(new Looks(2, 0, 2, 0));
        assertThat(figures.origin()).isEqualTo(new OriginLoad(2, 1, 1, 0));
        assertThat(figures.origin().amplification()).isEqualTo(2);
        assertThat(figures.servers())
                .extracting(ServerFigures::looks)
                .containsExactly(new Looks(1, 0, 2, 0), new Looks(1, 0, 0, 0));
        assertThat(figures.servers().getLast().wakes()).isEqualTo(new Wakes(1, 4));
    }

    private static void isWithinATenthOfAPercent(long nanos, long exact) {
        assertThat((double) nanos / exact).isCloseTo(1, within(0.001));
    }

    @Test
    void forgetsThoseInFlightAtAGap() {
        arrive(0, 1, "ann");
        tell(5, new Happening.Missed(3));
        tell(9, new Happening.Completed(1, A, 200));
        var figures = statistics.figures(10 * MILLI);

        assertThat(figures.totals()).isEqualTo(new Snapshot.Totals(1, 0, 0, 0, 0, 0, 3));
        assertThat(figures.all()).isEqualTo(LatencyFigures.NONE);
    }
}
