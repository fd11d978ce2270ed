package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.world.RemapFigures;

/** Servers that come and go: K/N on a ring against the law of mod N, and the dip of the hit ratio of each. */
final class AddAndRemoveRowTest {
    private static final PolicyChoice RING = new PolicyChoice("textbook/ring", Map.of("points", "1000"));
    private static final PolicyChoice MOD_N = PolicyChoice.of("textbook/mod-n");
    private static final List<String> KEYS =
            IntStream.range(0, 100_000).mapToObj(i -> "key-" + i).toList();

    private static Pool pool(int servers) {
        return Pool.of(
                IntStream.range(0, servers).mapToObj(i -> Member.up("s" + i, 1)).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9})
    void movesAFairShareOnARingAndAllButAFairShareUnderModN(int servers) {
        double share = 1.0 / (servers + 1);
        for (var ledger : List.of(
                Ledger.of(RING, pool(servers), pool(servers + 1), KEYS),
                Ledger.of(RING, pool(servers + 1), pool(servers), KEYS))) {
            assertThat(ledger.law()).isCloseTo(share, within(1e-9));
            assertThat(ledger.fraction()).isCloseTo(share, within(0.05 * share + 0.01));
        }
        var modN = Ledger.of(MOD_N, pool(servers), pool(servers + 1), KEYS);
        assertThat(modN.law()).isCloseTo(1 - share, within(1e-9));
        assertThat(modN.fraction()).isCloseTo(1 - share, within(0.006));
    }

    @Test
    void dipsToAThirdUnderModNAndToTwoThirdsOnARing() {
        var modN = day("policy textbook/mod-n");
        var ring = day("policy textbook/ring points=160");
        assertThat(modN.figures().totals().arrived())
                .isEqualTo(ring.figures().totals().arrived())
                .isEqualTo(5400);
        assertThat(modN.hitRatio(14)).isGreaterThan(0.97);
        assertThat(ring.hitRatio(14)).isGreaterThan(0.97);
        assertThat(modN.hitRatio(15)).isCloseTo(1 / 3.0, within(0.09));
        assertThat(ring.hitRatio(15)).isCloseTo(2 / 3.0, within(0.09));
        assertThat(modN.lostFrom(15)).isGreaterThan(30);
        assertThat(ring.lostFrom(15)).isZero();
        assertThat(modN.figures().remaps()).singleElement().satisfies(r -> moved(r, 395, 2 / 3.0));
        assertThat(ring.figures().remaps()).singleElement().satisfies(r -> moved(r, 176, 1 / 3.0));
    }

    private static void moved(RemapFigures remap, long keys, double law) {
        assertThat(remap.moved()).isEqualTo(keys);
        assertThat(remap.law()).isCloseTo(law, within(1e-9));
    }

    private static Day day(String policy) {
        return Day.of("add-and-remove")
                .first(policy)
                .first("traffic constant 200/s")
                .at(15, "remove C")
                .until(27);
    }
}
