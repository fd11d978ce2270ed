package ringside.engine.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Picking.ask;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Balancer;
import ringside.engine.Detail;
import ringside.engine.Dice;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.Standing;
import ringside.engine.Ticks;

class RandomTest {
    private static final Pool POOL = Recorded.weighing(5, 1, 1, 3);

    /* Chi-square with three degrees of freedom exceeds 16.27 once in a thousand runs. */
    private static final double RARE = 16.27;

    @Test
    void spreadsRequestsByWeightAsNginxDid() {
        var recorded =
                Recorded.json("random_distribution.json").getAsJsonObject().getAsJsonArray("random");
        var expected = List.of(1500.0, 300.0, 300.0, 900.0);
        assertThat(chiSquare(counts(Asking.by("nginx/random", POOL)), expected)).isLessThan(RARE);
        assertThat(chiSquare(recorded.asList().stream().map(e -> e.getAsInt()).toList(), expected))
                .isLessThan(RARE);
    }

    @Test
    void flattensTheWeightsOfIdleServersWithTwoDiceAsNginxDid() {
        var recorded = Recorded.json("random_distribution.json")
                .getAsJsonObject()
                .getAsJsonArray("random_two_least_conn_sequential_idle");
        var expected = List.of(976.190, 461.905, 461.905, 1100.0);
        assertThat(chiSquare(counts(Asking.by("nginx/random-two", POOL)), expected))
                .isLessThan(RARE);
        assertThat(chiSquare(recorded.asList().stream().map(e -> e.getAsInt()).toList(), expected))
                .isLessThan(RARE);
    }

    @Test
    void rollsOnUntilAServerCanTakeTheRequest() {
        var down = POOL.change(Recorded.server(1), m -> m.with(Standing.DOWN));
        assertThat(ask(
                        new Balancer(new Random(Ticks.STOPPED, rolling(4, 0, 6)), down),
                        Request.keyed(""),
                        Detail.REASONED))
                .isEqualTo(new Pick.Chosen(
                        Recorded.server(3),
                        new Reason.Drawn(
                                10,
                                List.of(
                                        new Reason.Draw(4, Recorded.server(1)),
                                        new Reason.Draw(0, Recorded.server(1)),
                                        new Reason.Draw(6, Recorded.server(3))))));
    }

    @Test
    void givesUpAfterTheTwentyFirstMissAndTakesTurns() {
        var down = POOL.change(Recorded.server(1), m -> m.with(Standing.DOWN));
        var rolls = new int[22];
        rolls[21] = 5;
        assertThat(ask(
                        new Balancer(new Random(Ticks.STOPPED, rolling(rolls)), down),
                        Request.keyed(""),
                        Detail.REASONED))
                .isInstanceOfSatisfying(Pick.Chosen.class, pick -> {
                    assertThat(pick.server()).isEqualTo(Recorded.server(4));
                    assertThat(pick.why())
                            .isInstanceOfSatisfying(
                                    Reason.Instead.class,
                                    why -> assertThat(why.because()).isEqualTo(Reason.Because.TOO_MANY_MISSES));
                });
        rolls[20] = 5;
        assertThat(ask(new Balancer(new Random(Ticks.STOPPED, rolling(rolls)), down), Request.keyed(""), Detail.PLAIN))
                .isEqualTo(POOL.chosen(1));
    }

    @Test
    void keepsTheLessBusyOfTheTwoItRolled() {
        var balancer = new Balancer(new RandomTwo(Ticks.STOPPED, rolling(5, 5, 9, 5, 9, 9, 5)), POOL);
        var one = Recorded.server(2);
        var other = Recorded.server(4);
        assertThat(ask(balancer, Request.keyed(""), Detail.REASONED))
                .isEqualTo(new Pick.Chosen(
                        other,
                        new Reason.TwoDrawn(
                                10,
                                List.of(new Reason.Draw(5, one), new Reason.Draw(5, one), new Reason.Draw(9, other)),
                                new Reason.Busy(one, 0, 1),
                                new Reason.Busy(other, 0, 3))));
        assertThat(ask(balancer, Request.keyed(""), Detail.PLAIN)).isEqualTo(POOL.chosen(1));
        assertThat(ask(balancer, Request.keyed(""), Detail.PLAIN)).isEqualTo(POOL.chosen(3));
    }

    private static Dice rolling(int... rolls) {
        var next = Arrays.stream(rolls).iterator();
        return _ -> next.nextInt();
    }

    private static List<Integer> counts(Asking asking) {
        var counts = new int[4];
        for (int i = 0; i < 3000; i++) {
            counts[Integer.parseInt(asking.answering("")) - 1]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static double chiSquare(List<Integer> counts, List<Double> expected) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            double off = counts.get(i) - expected.get(i);
            sum += off * off / expected.get(i);
        }
        return sum;
    }
}
