package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ringside.engine.Trials.keys;
import static ringside.engine.Trials.pool;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final PolicyChoice MOD_N = PolicyChoice.of("textbook/mod-n");
    private static final PolicyChoice RING = new PolicyChoice("textbook/ring", Map.of("points", "1000"));
    private static final Pool FOUR = pool("A", "B", "C", "D");
    private static final ServerId B = new ServerId("B");

    @Test
    void tellsOwnersApartByNameAndNotByPlace() {
        // xxHash64's upper half of "abc" is 1153182965: 1 mod 4, 1 mod 2; the second is B, then C
        var ledger = Ledger.of(MOD_N, FOUR, pool("B", "C"), List.of("abc"));
        assertThat(ledger.entries())
                .containsExactly(
                        new Ledger.Entry("abc", new Ledger.Owner.Of(B), new Ledger.Owner.Of(new ServerId("C"))));
        assertThat(ledger.moved()).isEqualTo(1);
    }

    @Test
    void movesThreeKeysOfFourWhenOneOfFourLeavesByRemainder() {
        var ledger = Ledger.of(MOD_N, FOUR, FOUR.minus(B), keys(20_000));
        assertThat(ledger.law()).isEqualTo(0.75);
        assertThat(ledger.fraction()).isCloseTo(0.75, within(0.015));
    }

    @Test
    void movesAQuarterWhenOneOfFourLeavesTheRing() {
        var ledger = Ledger.of(RING, FOUR, FOUR.minus(B), keys(20_000));
        assertThat(ledger.law()).isEqualTo(0.25);
        assertThat(ledger.fraction()).isCloseTo(0.25, within(0.05));
    }

    @Test
    void measuresWhatTheLawOfTheRemainderExpectsOfAnyChange() {
        Trials.of(40, random -> {
            var ledger = Ledger.of(MOD_N, somePool(random, 9), somePool(random, 9), keys(5000));
            // five standard deviations of a fraction of 5000 keys: 5 * sqrt(0.25 / 5000)
            assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.036));
        });
    }

    @Test
    void measuresWhatTheLawOfTheRingExpectsOfAnyChange() {
        Trials.of(40, random -> {
            var ledger = Ledger.of(RING, somePool(random, 4), somePool(random, 4), keys(5000));
            // a thousand points a server leave some 3 % of unevenness beside the sampling error
            assertThat(ledger.fraction()).isCloseTo(ledger.law(), within(0.07));
        });
    }

    @Test
    void countsKeysThatLoseOrFindAnOwner() {
        var nobody = Ledger.of(RING, FOUR, Pool.EMPTY, keys(10));
        assertThat(nobody.fraction()).isEqualTo(1);
        assertThat(nobody.law()).isEqualTo(1);
        assertThat(nobody.entries()).extracting(Ledger.Entry::after).containsOnly(Ledger.Owner.NOBODY);
        assertThat(Ledger.of(MOD_N, Pool.EMPTY, FOUR, keys(10)).moved()).isEqualTo(10);
    }

    @Test
    void movesNothingFromNobodyToNobody() {
        var down =
                Pool.of(FOUR.members().stream().map(m -> m.with(Standing.DOWN)).toList());
        assertThat(Ledger.of(MOD_N, Pool.EMPTY, down, keys(10)).moved()).isZero();
        assertThat(Ledger.of(MOD_N, Pool.EMPTY, down, keys(10)).law()).isZero();
        assertThat(Ledger.of(RING, down, Pool.EMPTY, keys(10)).law()).isZero();
    }

    @Test
    void countsOneThatIsDownAsGone() {
        var down = FOUR.change(B, m -> m.with(Standing.DOWN));
        assertThat(Ledger.of(RING, FOUR, down, keys(1000))).isEqualTo(Ledger.of(RING, FOUR, FOUR.minus(B), keys(1000)));
    }

    @Test
    void hasNothingToMeasureWithoutKeys() {
        var ledger = Ledger.of(RING, FOUR, FOUR.minus(B), List.of());
        assertThat(ledger.fraction()).isZero();
        assertThat(ledger.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textbook/round-robin",
                "textbook/smooth-weighted-round-robin",
                "textbook/least-connections",
                "textbook/ip-hash"
            })
    void refusesAPolicyThatLooksAtMoreThanTheKey(String id) {
        assertThatThrownBy(() -> Ledger.of(PolicyChoice.of(id), FOUR, FOUR, keys(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(id + " looks at more than the key, so no server owns a key");
    }

    private static Pool somePool(Random random, int most) {
        return Pool.of(Trials.pool(random, most, 3).members().stream()
                .filter(_ -> random.nextInt(3) > 0)
                .toList());
    }
}
