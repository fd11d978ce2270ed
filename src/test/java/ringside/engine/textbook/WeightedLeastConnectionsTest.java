package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;

class WeightedLeastConnectionsTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");
    private static final Pool THREE = Pool.of(List.of(Member.up("A", 3), Member.up("B", 1), Member.up("C", 2)));

    private final Picking picking = Picking.by("textbook/weighted-least-connections", THREE);

    @Test
    void asksTheLeastBusyForItsWeight() {
        assertThat(picking.busy(5, 2, 4).next(2)).isEqualTo("A A");
        assertThat(picking.busy(6, 1, 4).next(2)).isEqualTo("B B");
        assertThat(picking.busy(6, 2, 3).next(2)).isEqualTo("C C");
    }

    @Test
    void letsEqualsTakeTurnsWhateverTheirWeights() {
        assertThat(picking.next(4)).isEqualTo("A B C A");
        assertThat(picking.busy(6, 2, 5).next(4)).isEqualTo("B A B A");
    }

    @Test
    void roundsNothing() {
        var close = Pool.of(List.of(Member.up("A", 1000), Member.up("B", 999)));
        assertThat(picking.from(close).busy(1_000_001, 999_000).next(2)).isEqualTo("B B");
        assertThat(picking.busy(2_000_000_000, 1_998_000_001).next(2)).isEqualTo("A A");
    }

    @Test
    void passesOverAnIdleServerThatIsDown() {
        assertThat(picking.from(THREE.change(B, m -> m.with(Standing.DOWN)))
                        .busy(3, 0, 3)
                        .next(1))
                .isEqualTo("A");
    }

    @Test
    void tellsTheLoadsAndHowManyTied() {
        assertThat(picking.busy(3, 1, 4).reason(""))
                .isEqualTo(new TextbookReason.LeastForWeight(
                        List.of(new Reason.Busy(A, 3, 3), new Reason.Busy(B, 1, 1), new Reason.Busy(C, 4, 2)), 2));
    }
}
