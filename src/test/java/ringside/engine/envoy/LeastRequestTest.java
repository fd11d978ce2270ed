package ringside.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.envoy.Cluster.weighing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Ticks;

class LeastRequestTest {
    private static final String ID = "envoy/least-request";
    private static final Pool THREE = weighing(1, 1, 1);
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");

    /** What is picked from hosts so busy when the dice roll these, after the one for the seed. */
    private static Pick.Chosen pick(Map<String, String> options, List<Integer> rolls, int... active) {
        var left = rolls.iterator();
        Dice dice = sides -> {
            int roll = left.next();
            assertThat(roll).isLessThan(sides);
            return roll;
        };
        var policy = Policies.make(new PolicyChoice(ID, options), Ticks.STOPPED, dice);
        policy.use(THREE);
        Loads loads = place -> active[place];
        var pick = policy.pick(Request.keyed(""), Candidates.upIn(THREE), loads, Detail.REASONED);
        assertThat(left).isExhausted();
        return (Pick.Chosen) pick;
    }

    @Test
    void keepsTheFirstOfItsDrawsUnlessALaterOneHasFewer() {
        var two = Map.of("seed", "0");
        assertThat(pick(two, List.of(0, 2), 4, 0, 3).server()).isEqualTo(C);
        assertThat(pick(two, List.of(2, 0), 3, 0, 3).server()).isEqualTo(C);
        assertThat(pick(two, List.of(0, 0), 4, 0, 3).server()).isEqualTo(A);
        var four = Map.of("seed", "0", "choice-count", "4");
        assertThat(pick(four, List.of(0, 2, 2, 1), 4, 1, 3))
                .isEqualTo(new Pick.Chosen(
                        B,
                        new EnvoyReason.FewestOfDraws(
                                3,
                                List.of(
                                        new Reason.Load(A, 4),
                                        new Reason.Load(C, 3),
                                        new Reason.Load(C, 3),
                                        new Reason.Load(B, 1)))));
    }

    @Test
    void scansAllAndDrawsAmongThoseThatTieAsItGoes() {
        var scan = Map.of("seed", "0", "selection", "full-scan");
        assertThat(pick(scan, List.of(), 4, 1, 3).server()).isEqualTo(B);
        assertThat(pick(scan, List.of(0, 1), 2, 2, 2).server()).isEqualTo(B);
        assertThat(pick(scan, List.of(1, 0), 2, 2, 2).server()).isEqualTo(C);
        assertThat(pick(scan, List.of(1), 5, 2, 2))
                .isEqualTo(new Pick.Chosen(
                        B,
                        new EnvoyReason.FewestOfAll(
                                List.of(new Reason.Load(A, 5), new Reason.Load(B, 2), new Reason.Load(C, 2)), 2)));
    }

    @Test
    void givesEachOfTheTiedTheSameChance() {
        var cluster = Cluster.by(ID, Map.of("selection", "full-scan"), THREE);
        var counts = IntStream.range(0, 30_000)
                .mapToObj(_ -> cluster.next(1))
                .collect(Collectors.groupingBy(host -> host, Collectors.counting()));
        // a third of 30 000, within four standard deviations
        assertThat(counts.values()).hasSize(3).allMatch(count -> Math.abs(count - 10_000) < 330);
    }

    @Test
    void dividesWeightsByWhatIsActiveWhenAHostIsPutBack() {
        var options = Map.of("seed", "0", "initialiser", "older");
        // A is due at .5, 1, 2, 3.5 and 5.5: 2/1, 2/2, 2/3 and 2/4 apart; B at 1, 2 and 4
        assertThat(Cluster.by(ID, options, weighing(2, 1)).opened(7)).isEqualTo("A B A B A A B");
    }

    @Test
    void takesPlainTurnsByWeightWithoutABias() {
        var options = Map.of("seed", "0", "initialiser", "older", "active-request-bias", "0");
        assertThat(Cluster.by(ID, options, weighing(5, 1, 1)).opened(7)).isEqualTo("A A A A B C A");
    }

    @Test
    void raisesWhatIsActiveToThePowerOfTheBias() {
        var options = Map.of("seed", "0", "initialiser", "older", "active-request-bias", "200");
        // A is due at .25, .5, 1.5 and 3.75: 4/1, 4/4 and 4/9 apart
        assertThat(Cluster.by(ID, options, weighing(4, 1)).opened(5)).isEqualTo("A A B A B");
    }

    @Test
    void makesDeadlinesAnewByTheLoadsSeenLast() {
        var cluster = Cluster.by(ID, Map.of("seed", "0", "initialiser", "older"), weighing(2, 1));
        assertThat(cluster.opened(2)).isEqualTo("A B");
        cluster.close("B");
        // A with one request weighs 3/2, B without any 1
        cluster.change("A", m -> m.weighing(3));
        assertThat(cluster.reason(""))
                .isInstanceOfSatisfying(
                        EnvoyReason.Earliest.class,
                        why -> assertThat(why.order())
                                .extracting(EnvoyReason.Due::weight)
                                .containsExactly(1.5, 1.0));
    }

    @Test
    void knowsTheLoadsOfHostsThatHaveMovedUp() {
        var pool = weighing(2, 1, 1);
        var policy = Policies.make(new PolicyChoice(ID, Map.of("seed", "0", "initialiser", "older")));
        policy.use(pool);
        var seen = new int[] {5, 3, 0};
        policy.pick(Request.keyed(""), Candidates.upIn(pool), place -> seen[place], Detail.PLAIN);
        var left = pool.minus(A);
        policy.use(left);
        policy.use(left.change(B, m -> m.weighing(8)));
        var pick = policy.pick(Request.keyed(""), _ -> true, Loads.IDLE, Detail.REASONED);
        assertThat(pick)
                .isInstanceOfSatisfying(
                        Pick.Chosen.class,
                        chosen -> assertThat(chosen.why())
                                .isInstanceOfSatisfying(
                                        EnvoyReason.Earliest.class,
                                        why -> assertThat(why.order())
                                                .containsExactly(
                                                        new EnvoyReason.Due(B, 2, 0.5), new EnvoyReason.Due(C, 1, 1))));
    }
}
