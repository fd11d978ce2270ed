package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Picking.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.Standing;

class WeightedRoundRobinTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Pool THREE = Pool.of(List.of(Member.up("A", 3), Member.up("B", 1), Member.up("C", 2)));

    private final Picking picking = Picking.by("textbook/weighted-round-robin", THREE);

    @Test
    void givesEachItsTurnsInARow() {
        assertThat(picking.next(13)).isEqualTo("A A A B C C A A A B C C A");
    }

    @Test
    void passesOverOneThatIsDown() {
        assertThat(picking.from(THREE.change(B, m -> m.with(Standing.DOWN))).next(6))
                .isEqualTo("A A A C C A");
    }

    @Test
    void goesOnInTheMiddleOfATurnWhenOthersComeAndGo() {
        assertThat(picking.next(2)).isEqualTo("A A");
        assertThat(picking.from(THREE.plus(Member.up("D", 1))).next(1)).isEqualTo("A");
        assertThat(picking.from(THREE.minus(A)).next(4)).isEqualTo("B C C B");
    }

    @Test
    void beginsTheNextTurnInFullWhenTheOneInTurnLeaves() {
        picking.next(5);
        assertThat(picking.from(THREE.minus(new ServerId("C"))).next(5)).isEqualTo("A A A B A");
    }

    @Test
    void endsATurnThatWasCutShort() {
        picking.next(2);
        assertThat(picking.from(THREE.change(A, m -> m.weighing(2))).next(4)).isEqualTo("B C C A");
    }

    @Test
    void prolongsATurnThatWasExtended() {
        picking.next(2);
        assertThat(picking.from(THREE.change(A, m -> m.weighing(5))).next(4)).isEqualTo("A A A B");
    }

    @Test
    void losesTheRestOfATurnToTheNextWhileItIsDown() {
        picking.next(1);
        var down = THREE.change(A, m -> m.with(Standing.DOWN));
        assertThat(picking.from(down).next(1)).isEqualTo("B");
        assertThat(picking.from(THREE).next(3)).isEqualTo("C C A");
    }

    @Test
    void tellsTheTurnAndWhoWasSkipped() {
        assertThat(picking.reason("")).isEqualTo(new TextbookReason.InRow(1, 3, List.of()));
        assertThat(picking.reason("")).isEqualTo(new TextbookReason.InRow(2, 3, List.of()));
        var down = THREE.change(A, m -> m.with(Standing.DOWN));
        assertThat(picking.from(down).reason("")).isEqualTo(new TextbookReason.InRow(1, 1, ids("A")));
        assertThat(picking.reason("")).isEqualTo(new TextbookReason.InRow(1, 2, List.of()));
    }
}
