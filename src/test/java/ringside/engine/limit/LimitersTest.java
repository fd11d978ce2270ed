package ringside.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitersTest {
    private final Limiters limiters = new Limiters(() -> new FixedWindow(Rate.perSecond(1)), 3);

    @Test
    void countsEachKeyForItself() {
        assertThat(passes("a")).isTrue();
        assertThat(passes("a")).isFalse();
        assertThat(passes("b")).isTrue();
        assertThat(passes("b")).isFalse();
        assertThat(limiters.size()).isEqualTo(2);
        assertThat(limiters.purged()).isZero();
    }

    @Test
    void forgetsTheKeyNotAskedForLongestWhenItIsFull() {
        passes("a");
        passes("b");
        passes("c");
        passes("a");
        passes("d");
        assertThat(limiters.size()).isEqualTo(3);
        assertThat(limiters.purged()).isEqualTo(1);
        assertThat(passes("a")).isFalse();
        assertThat(passes("b")).isTrue();
    }

    @Test
    void doesNotGrowUnderAFlood() {
        for (int i = 0; i < 10_000; i++) {
            passes("client " + i);
        }
        assertThat(limiters.size()).isEqualTo(3);
        assertThat(limiters.purged()).isEqualTo(9_997);
    }

    @Test
    void refusesATableOfNothing() {
        assertThatThrownBy(() -> new Limiters(() -> new FixedWindow(Rate.perSecond(1)), 0))
                .hasMessage("a table holds 1 key or more, not 0");
    }

    private boolean passes(String key) {
        return limiters.admit(key, 0) instanceof Verdict.Admitted;
    }
}
