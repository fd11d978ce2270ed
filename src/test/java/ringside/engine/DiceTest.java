package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void rollTheSameForTheSameSeed() {
        // SplitMix64 from 0 begins e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f
        var dice = Dice.seeded(0);
        assertThat(new int[] {dice.roll(256), dice.roll(256), dice.roll(256)}).containsExactly(0xe2, 0x6e, 0x06);
        assertThat(IntStream.generate(() -> Dice.seeded(1).roll(1000))
                        .limit(5)
                        .distinct()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void rollEverySideAlikeOften() {
        var dice = Dice.seeded(42);
        var counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[dice.roll(6)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count > 9_600 && count < 10_400);
        assertThat(dice.roll(1)).isZero();
    }
}
