package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.Vectors;

class SmoothWeightedRoundRobinTest {
    private static final String ID = "textbook/smooth-weighted-round-robin";
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");

    private final Pool fiveOneOne = Pool.of(List.of(Member.up("A", 5), Member.up("B", 1), Member.up("C", 1)));
    private final Picking picking = Picking.by(ID, fiveOneOne);

    @Test
    void spreadsFiveOneOneAsNginxDoes() {
        assertThat(picking.next(7)).isEqualTo("A A B A C A A");
    }

    @Test
    void givesTheSequencesThatNginxGave() {
        var rows = Vectors.rows("nginx/wrr.csv");
        assertThat(rows).hasSize(12).allSatisfy(row -> {
            var sequence = row.getLast();
            var pool = numbered(row.getFirst().split(" "));
            assertThat(Picking.by(ID, pool).next(sequence.split(" ").length)).isEqualTo(sequence);
        });
    }

    @Test
    void repeatsAfterTheSumOverTheDivisorAndGivesEachItsWeight() {
        Trials.of(100, random -> {
            int divisor = 1 + random.nextInt(4);
            int[] weights = random.ints(1 + random.nextInt(8), 1, 10).toArray();
            weights[0] = 1;
            int period = Arrays.stream(weights).sum();
            var pool = numbered(Arrays.stream(weights)
                    .mapToObj(w -> Integer.toString(w * divisor))
                    .toArray(String[]::new));
            var asked = Picking.by(ID, pool);
            var first = asked.next(period);
            assertThat(asked.next(period)).isEqualTo(first);
            var counts = Stream.of(first.split(" ")).collect(Collectors.groupingBy(s -> s, Collectors.counting()));
            IntStream.range(0, weights.length)
                    .forEach(i -> assertThat(counts).containsEntry(Integer.toString(i + 1), (long) weights[i]));
        });
    }

    @Test
    void keepsTheScoresOfThoseWhoStay() {
        assertThat(picking.next(2)).isEqualTo("A A");
        // A stands at -4, B and C at 2; without C, A rises to 1 and B to 3.
        assertThat(picking.from(fiveOneOne.minus(C)).reason(""))
                .isEqualTo(new Reason.HighestScore(
                        List.of(new Reason.Score(A, 5, 1, 1), new Reason.Score(B, 1, 3, -3)), 6));
    }

    @Test
    void startsANewcomerAtNothing() {
        picking.next(2);
        assertThat(picking.from(fiveOneOne.minus(C)).from(fiveOneOne).reason(""))
                .isEqualTo(new Reason.HighestScore(
                        List.of(
                                new Reason.Score(A, 5, 1, 1),
                                new Reason.Score(B, 1, 3, -4),
                                new Reason.Score(C, 1, 1, 1)),
                        7));
    }

    @Test
    void neitherRaisesNorChargesOneThatIsDown() {
        picking.next(2);
        var withoutA = fiveOneOne.change(A, m -> m.with(Standing.DOWN));
        assertThat(picking.from(withoutA).next(4)).isEqualTo("B C B C");
        assertThat(picking.from(fiveOneOne).reason(""))
                .isEqualTo(new Reason.HighestScore(
                        List.of(
                                new Reason.Score(A, 5, 1, 1),
                                new Reason.Score(B, 1, 3, -4),
                                new Reason.Score(C, 1, 3, 3)),
                        7));
    }

    @Test
    void heedsANewWeightAtOnce() {
        var equal = fiveOneOne.change(A, m -> Member.up("A", 1));
        assertThat(picking.from(equal).next(6)).isEqualTo("A B C A B C");
    }

    private static Pool numbered(String... weights) {
        return Pool.of(IntStream.range(0, weights.length)
                .mapToObj(i -> Member.up(Integer.toString(i + 1), Integer.parseInt(weights[i])))
                .toList());
    }
}
