package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.Trials.pool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTest {
    private static final ServerId B = new ServerId("B");

    private final Pool three = pool("A", "B", "C");

    @Test
    void keepsTheOrderInWhichItWasConfigured() {
        assertThat(three.plus(Member.up("AA", 1)).members())
                .extracting(m -> m.id().name())
                .containsExactly("A", "B", "C", "AA");
    }

    @Test
    void changesOnlyInCopies() {
        assertThat(three.minus(B).size()).isEqualTo(2);
        assertThat(three.change(B, m -> m.with(Standing.DOWN)).at(1).open()).isFalse();
        assertThat(three.size()).isEqualTo(3);
        assertThat(three.at(1).open()).isTrue();
    }

    @Test
    void findsMembersByName() {
        assertThat(three.placeOf(B)).hasValue(1);
        assertThat(three.minus(B).placeOf(B)).isEmpty();
        assertThat(three.minus(B).placeOf(new ServerId("C"))).hasValue(1);
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(() -> three.plus(Member.up("B", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two servers are named B");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1001})
    void refusesAWeightOutOfRange(int weight) {
        assertThatThrownBy(() -> Member.up("A", weight)).hasMessage("a weight is 0 to 1000, not " + weight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\there"})
    void refusesANameThatIsEmptyOrHasBlanks(String name) {
        assertThatThrownBy(() -> new ServerId(name))
                .hasMessage("a server's name has 1 to 64 characters and no blanks, not \"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/cart?key=user:7, user:7",
        "/cart?a=1&key=user:7&b=2, user:7",
        "/cart?monkey=1&key=, ''",
        "/cart?monkey=user:7, /cart?monkey=user:7",
        "/cart, /cart",
        "/?key=a&key=b, a",
        "/?&&key=a?b, a?b"
    })
    void takesARequestsKeyFromItsQuery(String target, String key) {
        assertThat(Request.of("10.0.0.1", target).key()).isEqualTo(key);
    }

    @Test
    void changesEveryMemberAtOnceOrStaysAsItIs() {
        var pool = Trials.pool("A", "B");
        assertThat(pool.change(m -> m.weighing(7)).members())
                .extracting(Member::weight)
                .containsExactly(7, 7);
        assertThat(pool.change(m -> m.weighing(1))).isSameAs(pool);
    }
}
