package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares();

    @Test
    void givesEachAsManyNumbersInARowAsItsWeight() {
        int[] weights = {2, 0, 1, 3, 0};
        shares.deal(5, place -> weights[place]);
        assertThat(shares.sum()).isEqualTo(6);
        assertThat(IntStream.range(0, 6).map(shares::ownerOf)).containsExactly(0, 0, 2, 3, 3, 3);
    }

    @Test
    void forgetsHowTheyWereDealtBefore() {
        shares.deal(4, _ -> 5);
        shares.deal(2, place -> place);
        assertThat(shares.sum()).isEqualTo(1);
        assertThat(shares.ownerOf(0)).isEqualTo(1);
    }

    @Test
    void knowsNoOwnerOfWhatWasNotDealt() {
        assertThat(shares.sum()).isZero();
        shares.deal(2, _ -> 1);
        assertThatThrownBy(() -> shares.ownerOf(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("2 is not one of the 2 that were dealt out");
        assertThatThrownBy(() -> shares.ownerOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
