package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Trials.pool;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.Dice;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;

/** Random, and the power of two choices. */
class ByDiceTest {
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final ServerId C = new ServerId("C");
    private static final Pool WEIGHED = Pool.of(List.of(Member.up("A", 2), Member.up("B", 1), Member.up("C", 3)));

    @Test
    void randomHasASideForEachUnitOfWeight() {
        var random = Picking.of(new Random(Script.rolling(0, 1, 2, 3, 5)), WEIGHED);
        assertThat(random.next(5)).isEqualTo("A A B C C");
    }

    @Test
    void randomHasNoSidesForThoseThatMayNotBeAsked() {
        var down = WEIGHED.change(A, m -> m.with(Standing.DOWN));
        var random = Picking.of(new Random(Script.rolling(0, 1, 3)), down);
        assertThat(random.next(2)).isEqualTo("B C");
        assertThat(random.reason("")).isEqualTo(new Reason.Drawn(4, List.of(new Reason.Draw(3, C))));
    }

    @Test
    void twoChoicesKeepsTheLessBusyOfTheTwoItRolled() {
        // of A, B, C the first roll takes one out, and the first is put in its place
        var two = Picking.of(new TwoChoices(2, Script.rolling(0, 0, 2, 0, 1, 1)), pool("A", "B", "C"))
                .busy(3, 5, 4);
        assertThat(two.next(3)).isEqualTo("A C C");
    }

    @Test
    void twoChoicesKeepsTheFirstOfEqualsAndTellsBoth() {
        var two = Picking.of(new TwoChoices(2, Script.rolling(1, 1)), pool("A", "B", "C"))
                .busy(0, 7, 7);
        assertThat(two.reason(""))
                .isEqualTo(new TextbookReason.FewestDrawn(List.of(new Reason.Load(B, 7), new Reason.Load(C, 7))));
        var again = Picking.of(new TwoChoices(2, Script.rolling(1, 1)), pool("A", "B", "C"))
                .busy(0, 7, 7);
        assertThat(again.next(1)).isEqualTo("B");
    }

    @Test
    void twoChoicesNeverComparesAServerWithItself() {
        var two = Picking.of(new TwoChoices(2, Dice.seeded(1)), pool("A", "B", "C"))
                .busy(0, 1, 9);
        // the busiest of three always meets a less busy one
        assertThat(two.next(500).split(" ")).contains("A", "B").doesNotContain("C");
    }

    @Test
    void moreChoicesThanServersAreAllServers() {
        var five = Picking.of(new TwoChoices(5, Dice.seeded(1)), pool("A", "B", "C"))
                .busy(2, 1, 9);
        assertThat(five.next(4)).isEqualTo("B B B B");
    }

    @Test
    void oneChoiceIsNoComparison() {
        var one = Picking.of(new TwoChoices(1, Script.rolling(2, 1, 0)), pool("A", "B", "C"))
                .busy(0, 5, 9);
        assertThat(one.next(3)).isEqualTo("C B A");
    }
}
