package ringside.view.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ColumnSharesTest {
    @Test
    void leavesASmallTableAsItIs() {
        assertThat(ColumnShares.of(List.of(List.of("change", "moved"), List.of("4 to 3", "3/4"))))
                .isEmpty();
    }

    @Test
    void givesEachColumnWhatItsLongestWordNeeds() {
        var shares = ColumnShares.of(List.of(
                List.of("", "layer 4", "layer 7"),
                List.of("connects to servers", "once for each connection of a client", "with its own")));

        assertThat(shares).hasSize(3);
        assertThat(shares[0]).isGreaterThan(100 * 8 / 36.0);
        assertThat(shares[1]).isGreaterThan(100 * 10 / 36.0);
        assertThat(shares[2]).isGreaterThan(100 * 5 / 36.0);
        assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(100, Offset.offset(0.001));
    }

    @Test
    void sharesByTheLongestWordsWhereNotEvenTheyFit() {
        assertThat(ColumnShares.of(List.of(List.of("a".repeat(30), "b".repeat(10)))))
                .containsExactly(75, 25);
    }
}
