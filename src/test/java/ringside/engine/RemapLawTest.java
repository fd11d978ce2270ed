package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemapLawTest {
    private static final RemapLaw REMAINDER = RemapLaw.ofRemainder();
    private static final RemapLaw SHARE = RemapLaw.ofShare(Member::weight);

    @ParameterizedTest
    @CsvSource({
        "3, 2, 0.66666666667",
        "4, 3, 0.75",
        "5, 4, 0.8",
        "10, 9, 0.9",
        "100, 99, 0.99",
        "3, 4, 0.75",
        "4, 8, 0.5",
        "4, 2, 0.5",
        "6, 8, 0.75",
        "8, 6, 0.75",
        "5, 5, 0",
        "1, 1, 0",
        "0, 3, 1",
        "3, 0, 1",
        "0, 0, 0"
    })
    void movesByRemainderAllButTheSmallerOverTheLeastCommonMultiple(int before, int after, double law) {
        assertThat(REMAINDER.moves(first(before), first(after))).isCloseTo(law, within(1e-9));
    }

    @Test
    void keepsFewerByRemainderWhenLeaversShiftTheRest() {
        // of 4, the last two leave: A and B keep half; the first two: C and D do, 2 and 3 being 0 and 1 modulo 2
        assertThat(REMAINDER.moves(pool("A", "B", "C", "D"), pool("A", "B"))).isEqualTo(0.5);
        assertThat(REMAINDER.moves(pool("A", "B", "C", "D"), pool("C", "D"))).isEqualTo(0.5);
        // A and C leave: B shifts by one and loses all, D by two and keeps its quarter
        assertThat(REMAINDER.moves(pool("A", "B", "C", "D"), pool("B", "D"))).isEqualTo(0.75);
        assertThat(REMAINDER.moves(pool("A", "B"), pool("B", "A"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0.33333333333", "10, 7, 0.3", "3, 4, 0.25", "4, 8, 0.5", "4, 4, 0", "0, 2, 1", "2, 0, 1"})
    void movesOnTheRingTheShareOfThoseWhoLeftOrCame(int before, int after, double law) {
        assertThat(SHARE.moves(first(before), first(after))).isCloseTo(law, within(1e-9));
    }

    @Test
    void movesOnTheRingByShareOfWeight() {
        var three = Pool.of(List.of(Member.up("A", 5), Member.up("B", 2), Member.up("C", 1)));
        assertThat(SHARE.moves(three, three.minus(new ServerId("A")))).isEqualTo(0.625);
        assertThat(SHARE.moves(three.minus(new ServerId("B")), three)).isEqualTo(0.25);
    }

    @Test
    void movesOnTheRingBothSharesWhenOneReplacesAnother() {
        // of four points in all, B's and D's are not common to before and after
        assertThat(SHARE.moves(pool("A", "B", "C"), pool("A", "C", "D"))).isEqualTo(0.5);
    }

    @Test
    void movesOnTheRingWhatAHeavierServerTakesFromTheOthers() {
        var light = pool("A", "B");
        var heavy = light.change(new ServerId("A"), _ -> Member.up("A", 2));
        // a third of the points is new; half of the keys that meet it first were A's before
        assertThat(SHARE.moves(light, heavy)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(SHARE.moves(heavy, light)).isCloseTo(1 / 6.0, within(1e-12));
    }

    private static Pool first(int size) {
        return pool(IntStream.range(0, size).mapToObj(i -> "s" + i).toArray(String[]::new));
    }
}
