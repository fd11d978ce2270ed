package ringside.engine.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Member;
import ringside.engine.Pool;

/** Expected numbers were read off HAProxy 2.6.12 with {@code show servers state}. */
final class NumbersTest {
    private static final int NONE = 0;

    @Test
    void countsServersFromOne() {
        assertThat(numbers(NONE, NONE, NONE)).containsExactly(1, 2, 3);
    }

    @Test
    void countsAServerWithAnIdOfItsOwnToo() {
        assertThat(numbers(10, NONE, NONE)).containsExactly(10, 2, 3);
    }

    @Test
    void passesOverIdsThatAreGivenAnywhere() {
        assertThat(numbers(NONE, 1, NONE)).containsExactly(2, 1, 4);
        assertThat(numbers(3, 4, NONE, 6, NONE, 2, NONE)).containsExactly(3, 4, 5, 6, 7, 2, 9);
        assertThat(numbers(NONE, 1, 4, NONE, 7, NONE, NONE, NONE)).containsExactly(2, 1, 4, 5, 7, 8, 9, 10);
    }

    private static int[] numbers(int... ids) {
        return Numbers.of(Pool.of(
                IntStream.range(0, ids.length).mapToObj(i -> member(i, ids[i])).toList()));
    }

    private static Member member(int place, int id) {
        var member = Member.up("s" + place, 1);
        return id == NONE ? member : member.with(member.terms().numbered(id));
    }
}
