package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.Picking.ids;
import static ringside.engine.Trials.pool;

import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Picking;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;

class RoundRobinTest {
    private final Picking picking = Picking.by("textbook/round-robin", pool("A", "B", "C"));

    @Test
    void asksEachInTurn() {
        assertThat(picking.next(7)).isEqualTo("A B C A B C A");
    }

    @Test
    void asksTheOnlyServerAlways() {
        assertThat(picking.from(pool("A")).next(3)).isEqualTo("A A A");
    }

    @Test
    void ignoresWeights() {
        var heavy = pool("A", "B").plus(Member.up("C", 5));
        assertThat(picking.from(heavy).next(6)).isEqualTo("A B C A B C");
    }

    @Test
    void passesOverOneThatIsDown() {
        assertThat(picking.from(down("B")).next(4)).isEqualTo("A C A C");
    }

    @Test
    void goesOnBehindTheLastWhenAnotherLeaves() {
        assertThat(picking.next(2)).isEqualTo("A B");
        assertThat(picking.from(pool("B", "C")).next(3)).isEqualTo("C B C");
    }

    @Test
    void goesOnWithTheNextWhenTheLastItselfLeaves() {
        assertThat(picking.next(2)).isEqualTo("A B");
        assertThat(picking.from(pool("A", "C")).next(3)).isEqualTo("C A C");
    }

    @Test
    void beginsWithTheFirstHoweverThePoolGrewBefore() {
        var growing = Picking.by("textbook/round-robin", pool());
        assertThat(growing.from(pool("A")).from(pool("A", "B")).next(3)).isEqualTo("A B A");
    }

    @Test
    void givesANewcomerAtTheEndItsTurnBehindTheLast() {
        assertThat(picking.next(3)).isEqualTo("A B C");
        assertThat(picking.from(pool("A", "B", "C", "D")).next(2)).isEqualTo("D A");
    }

    @Test
    void startsOverWhenAllWereReplaced() {
        picking.next(2);
        assertThat(picking.from(pool("X", "Y", "Z")).next(3)).isEqualTo("X Y Z");
    }

    @Test
    void neverAsksAnyoneTwiceMoreThanAnotherWhileThePoolStays() {
        Trials.of(50, random -> {
            int size = 1 + random.nextInt(12);
            var round = Picking.by("textbook/round-robin", Trials.pool(random, size, 9));
            round.next(random.nextInt(20));
            assertThat(round.next(size).split(" ")).doesNotHaveDuplicates().hasSize(size);
        });
    }

    @Test
    void tellsTheTurnAndWhoWasSkipped() {
        picking.from(down("B")).next(1);
        assertThat(picking.reason("")).isEqualTo(new Reason.InTurn(2, 2, ids("B")));
        assertThat(picking.reason("")).isEqualTo(new Reason.InTurn(1, 2, ids()));
    }

    private static Pool down(String name) {
        return pool("A", "B", "C").change(new ServerId(name), m -> m.with(Standing.DOWN));
    }
}
