package ringside.engine.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Candidates;
import ringside.engine.Member;
import ringside.engine.Pool;

class HandTest {
    private static final Pool FOUR =
            Pool.of(List.of(Member.up("A", 1), Member.up("B", 1), Member.up("C", 1), Member.up("D", 1)));

    private final Hand hand = new Hand();

    private List<Integer> draw(int most, Candidates candidates, Integer... rolls) {
        Iterator<Integer> dice = List.of(rolls).iterator();
        int drawn = hand.draw(most, FOUR, candidates, _ -> dice.next());
        return IntStream.range(0, drawn).mapToObj(hand::at).toList();
    }

    @Test
    void drawsFromAWholeDeckEachTime() {
        var up = Candidates.upIn(FOUR);
        assertThat(draw(2, up, 3, 2)).containsExactly(3, 0);
        assertThat(draw(2, up, 3, 2)).containsExactly(3, 0);
        assertThat(draw(3, up, 1, 1, 1)).containsExactly(1, 2, 3);
        assertThat(draw(2, up, 0, 0)).containsExactly(0, 1);
    }

    @Test
    void laysTheDeckOutAnewForOtherCandidates() {
        assertThat(draw(2, Candidates.upIn(FOUR), 3, 2)).containsExactly(3, 0);
        assertThat(draw(2, place -> place != 0, 0, 0)).containsExactly(1, 2);
        assertThat(draw(9, place -> place > 1, 1, 0)).containsExactly(3, 2);
        var up = Candidates.upIn(FOUR);
        assertThat(draw(2, up, 3, 2)).containsExactly(3, 0);
    }
}
