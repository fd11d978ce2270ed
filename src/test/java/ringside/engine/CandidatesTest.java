package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Pool POOL = Pool.of(List.of(
            Member.up("A", 1).with(Standing.DOWN),
            Member.up("B", 1),
            Member.up("C", 1),
            Member.up("D", 1).with(Standing.DRAINING),
            Member.up("E", 1)));

    @Test
    void countsAndNumbersThoseThatMayBeAsked() {
        Candidates some = place -> place == 1 || place == 2 || place == 4;
        for (var candidates : List.of(some, Candidates.upIn(POOL))) {
            assertThat(candidates.countIn(POOL)).isEqualTo(3);
            assertThat(IntStream.range(0, 3).map(candidates::placeOf)).containsExactly(1, 2, 4);
            assertThat(candidates.placesIn(POOL)).containsExactly(1, 2, 4);
        }
    }

    @Test
    void countsThoseOfAnotherPoolToo() {
        assertThat(Candidates.upIn(POOL).countIn(POOL.minus(new ServerId("E")))).isEqualTo(2);
    }
}
