package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;

/** Caches behind hash mod N: moved = 1 - min(n, m) / lcm(n, m), the hit ratio collapses, the origin is flooded. */
final class ModNRowTest {
    private static final List<String> KEYS =
            IntStream.range(0, 100_000).mapToObj(i -> "key-" + i).toList();

    @ParameterizedTest
    @CsvSource({"3, 2, 0.666666667", "4, 3, 0.75", "4, 5, 0.8", "6, 8, 0.75", "8, 6, 0.75", "2, 4, 0.5", "5, 5, 0"})
    void movesOneLessTheSmallerNumberByTheirLeastCommonMultiple(int before, int after, double law) {
        var ledger = Ledger.of(PolicyChoice.of("textbook/mod-n"), pool(before), pool(after), KEYS);
        assertThat(ledger.law()).isCloseTo(law, within(1e-6));
        assertThat(ledger.fraction()).isCloseTo(law, within(0.006));
    }

    private static Pool pool(int servers) {
        return Pool.of(
                IntStream.range(0, servers).mapToObj(i -> Member.up("s" + i, 1)).toList());
    }

    @Test
    void letsTheHitRatioCollapseAndTheOriginDrown() {
        var day =
                Day.of("mod-n").first("traffic constant 200/s").at(15, "kill D").until(27);
        assertThat(day.hitRatio(14)).isGreaterThan(0.97);
        assertThat(day.hitRatio(15)).isCloseTo(0.25, within(0.08));
        assertThat(day.calls(14)).isLessThan(10);
        assertThat(day.calls(15)).as("the origin answers 80 a second").isGreaterThan(110);
        assertThat(day.lostFrom(15)).isGreaterThan(150);
        assertThat(day.hitRatio(26)).as("once the new servers know their keys").isGreaterThan(0.95);
    }

    @Test
    void harmsNobodyWhenARingDecidesOnTheSameRequests() {
        var day = Day.of("mod-n")
                .first("traffic constant 200/s")
                .first("policy textbook/ring points=160")
                .at(15, "kill D")
                .until(27);
        assertThat(day.hitRatio(15)).isCloseTo(0.75, within(0.08));
        assertThat(day.calls(15)).isLessThan(80);
        assertThat(day.lostFrom(15)).isZero();
    }
}
