package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Comparison;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Measure;
import ringside.world.Pairing;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Side;
import ringside.world.Tape;
import ringside.world.Traffic;

class ComparisonTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final PolicyChoice ROUND_ROBIN = PolicyChoice.of("textbook/round-robin");
    private static final PolicyChoice LEAST_CONNECTIONS = PolicyChoice.of("textbook/least-connections");

    /** A takes 10 ms and B 30 ms; a request comes every 100 ms, the first at 100 ms. */
    private static final Tape QUICK_AND_SLOW = Tape.of(Scenario.of(taking("A", 10), taking("B", 30))
                    .with(Traffic.none().arriving(new Arrivals.Constant(10))))
            .until(10 * SECOND + 50 * MILLI);

    private static final Tape BUSY = Tape.of(
                    Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"), ServerSpec.named("C"))
                            .with(Traffic.none().arriving(new Arrivals.Poisson(200))))
            .until(20 * SECOND);

    private static ServerSpec taking(String name, long millis) {
        return ServerSpec.named(name).taking(new Latency.Constant(Duration.ofMillis(millis)));
    }

    private static Comparison compare(Tape... tapes) {
        return Comparison.of(new Replay(), List.of(tapes), Progress.UNWATCHED);
    }

    private static Side.Told told(Comparison comparison, int side) {
        return (Side.Told) comparison.sides().get(side);
    }

    @Test
    void setsEachRequestBesideItself() {
        var comparison = compare(QUICK_AND_SLOW.by(ROUND_ROBIN), QUICK_AND_SLOW.by(PolicyChoice.of("haproxy/first")));
        assertThat(comparison.requests()).isEqualTo(100);
        assertThat(told(comparison, 0).figures().all().meanNanos()).isEqualTo(20 * MILLI);
        assertThat(told(comparison, 1).figures().all().meanNanos()).isEqualTo(10 * MILLI);
        var paired = (Pairing.Paired) comparison.between(0, 1);
        assertThat(paired.requests()).isEqualTo(100);
        assertThat(paired.answered()).isEqualTo(100);
        assertThat(paired.faster()).isEqualTo(50);
        assertThat(paired.slower()).isZero();
        assertThat(paired.medianNanos()).isEqualTo(-20 * MILLI);
        assertThat(paired.meanNanos().mean()).isEqualTo(-10.0 * MILLI);
        var seenFromThere = (Pairing.Paired) comparison.between(1, 0);
        assertThat(seenFromThere.slower()).isEqualTo(50);
        assertThat(seenFromThere.meanNanos().mean()).isEqualTo(10.0 * MILLI);
    }

    @Test
    void findsNoDifferenceBetweenAStoryAndItself() {
        var comparison = compare(BUSY, BUSY);
        var paired = (Pairing.Paired) comparison.between(0, 1);
        assertThat(paired.requests()).isBetween(3700L, 4300L);
        assertThat(paired.faster() + paired.slower()).isZero();
        assertThat(paired.meanNanos().mean()).isZero();
        assertThat(paired.meanNanos().plusMinus()).hasValue(0);
        assertThat(told(comparison, 0).figures()).isEqualTo(told(comparison, 1).figures());
    }

    @Test
    void seesThatTheLessBusyOfTwoBeatsChance() {
        var slower = Tape.of(BUSY.begins().with(Traffic.none().arriving(new Arrivals.Poisson(900))))
                .until(30 * SECOND);
        var comparison = compare(
                slower.by(PolicyChoice.of("textbook/random")), slower.by(PolicyChoice.of("textbook/two-choices")));
        var paired = (Pairing.Paired) comparison.between(0, 1);
        assertThat(paired.meanNanos().certain()).isTrue();
        assertThat(paired.meanNanos().mean()).isNegative();
        assertThat(paired.faster()).isGreaterThan(paired.slower());
    }

    @Test
    void comparesWhatIsDoneLaterToo() {
        var killed = BUSY.until(5 * SECOND)
                .then(new Command.SetBehaviour(new ServerId("B"), new Behaviour.Refusing()))
                .until(20 * SECOND);
        var comparison = compare(BUSY, killed);
        assertThat(comparison.between(0, 1)).isInstanceOf(Pairing.Paired.class);
        assertThat(told(comparison, 1).figures().servers().get(1).share())
                .isLessThan(told(comparison, 0).figures().servers().get(1).share());
    }

    @Test
    void tellsFromWhichRequestOnTheArrivalsAreNotTheSame() {
        var busier = QUICK_AND_SLOW
                .until(2 * SECOND + 50 * MILLI)
                .then(new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(20))))
                .until(10 * SECOND);
        var unlike = (Pairing.Unlike) compare(QUICK_AND_SLOW, busier).between(0, 1);
        assertThat(unlike.request()).isEqualTo(22);
        assertThat(unlike.nanos()).isEqualTo(2 * SECOND + 150 * MILLI);
        assertThat(compare(BUSY, new Tape(BUSY.begins().seeded(2), List.of(), BUSY.nanos()))
                        .between(0, 1))
                .isInstanceOfSatisfying(
                        Pairing.Unlike.class, u -> assertThat(u.request()).isEqualTo(1));
    }

    @Test
    void asksForOtherKeysTheSameInstants() {
        var otherKeys = BUSY.begins().with(BUSY.begins().traffic().asking(new Keys.Named(List.of("one"))));
        assertThat(compare(BUSY, new Tape(otherKeys, List.of(), BUSY.nanos())).between(0, 1))
                .isInstanceOf(Pairing.Unlike.class);
    }

    @Test
    void countsTheKeysThatHaveAnotherOwner() {
        var ring = BUSY.by(PolicyChoice.of("textbook/ring"));
        var modN = BUSY.by(PolicyChoice.of("textbook/mod-n"));
        var withoutC = modN.until(SECOND)
                .then(new Command.RemoveServer(new ServerId("C"), Command.Leaving.DRAIN))
                .until(20 * SECOND);
        var comparison = compare(ring, modN, withoutC, BUSY);
        assertThat(moved(comparison, 0, 0)).hasValue(0);
        assertThat(moved(comparison, 1, 2).orElseThrow()).isBetween(620L, 710L);
        assertThat(moved(comparison, 0, 1).orElseThrow()).isBetween(600L, 730L);
        assertThat(moved(comparison, 0, 3)).isEmpty();
    }

    private static OptionalLong moved(Comparison comparison, int first, int second) {
        return ((Pairing.Paired) comparison.between(first, second)).movedKeys();
    }

    @Test
    void goesOnWithoutAPolicyThatCantWorkWithThePool() {
        var heavy = Tape.of(Scenario.of(ServerSpec.named("A").weighing(300), ServerSpec.named("B"))
                        .with(Traffic.none().arriving(new Arrivals.Poisson(50))))
                .until(SECOND);
        var comparison = compare(heavy, heavy.by(PolicyChoice.of("haproxy/roundrobin")), heavy.by(LEAST_CONNECTIONS));
        assertThat(comparison.sides().get(1))
                .isInstanceOfSatisfying(
                        Side.Unfit.class,
                        side -> assertThat(side.why()).startsWith("a weight is 0 to 256 in HAProxy, not 300"));
        assertThat(comparison.between(0, 1)).isInstanceOf(Pairing.Untold.class);
        assertThat(comparison.between(0, 2)).isInstanceOf(Pairing.Paired.class);
    }

    @Test
    void knowsTheFiguresOnTheWay() {
        var comparison = compare(QUICK_AND_SLOW.by(ROUND_ROBIN), QUICK_AND_SLOW.by(ROUND_ROBIN));
        var side = told(comparison, 0);
        assertThat(side.soFar().at(0).ended()).isZero();
        assertThat(side.soFar().at(5 * SECOND + 50 * MILLI).ended()).isEqualTo(50);
        var end = side.soFar().at(QUICK_AND_SLOW.nanos());
        assertThat(end.ended()).isEqualTo(100);
        assertThat(end.p50Nanos()).isEqualTo(Measure.P50.of(side.figures()));
        assertThat(end.p99Nanos()).isEqualTo(Measure.P99.of(side.figures()));
        assertThat(side.soFar().sixtieths()).hasSize(60);
        assertThat(side.soFar().sixtieths().stream().mapToLong(s -> s.count()).sum())
                .isEqualTo(100);
    }

    @Test
    void ownsUpToWhatWasDropped() {
        var zombie = QUICK_AND_SLOW.begins().change(new ServerId("B"), s -> s.behaving(new Behaviour.Zombie()));
        var side = told(compare(new Tape(zombie, List.of(), 9 * SECOND), QUICK_AND_SLOW), 0);
        assertThat(Measure.DROPPED.of(side.figures())).isEqualTo(40);
        assertThat(side.soFar().at(9 * SECOND).dropped()).isEqualTo(40);
        assertThat(Measure.P99.of(side.figures())).isEqualTo(SECOND);
    }

    @Test
    void tellsHowFarItHasComeAndMayBeEnded() {
        var told = new AtomicInteger();
        assertThatThrownBy(() -> Comparison.of(new Replay(), List.of(BUSY, BUSY), share -> {
                    told.incrementAndGet();
                    return share <= 0.6;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(told.get()).isBetween(200, 300);
    }

    @Test
    void comparesTwoToFour() {
        assertThatThrownBy(() -> compare(BUSY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number of stories to compare is 2 to 4, not 1");
    }
}
