package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void flapsByTheClock() {
        var flapping = new Course(new Behaviour.Flapping(Duration.ofSeconds(2), Duration.ofSeconds(1)), 7 * SECOND);
        assertThat(flapping.at(7 * SECOND + 0)).isEqualTo(Behaviour.HEALTHY);
        assertThat(flapping.at(7 * SECOND + 2 * SECOND - 1)).isEqualTo(Behaviour.HEALTHY);
        assertThat(flapping.at(7 * SECOND + 2 * SECOND)).isEqualTo(new Behaviour.Crashed());
        assertThat(flapping.at(7 * SECOND + 3 * SECOND)).isEqualTo(Behaviour.HEALTHY);
        assertThat(flapping.at(7 * SECOND + 3_000_002 * SECOND)).isEqualTo(new Behaviour.Crashed());
        assertThat(flapping.lastsNanos(7 * SECOND + 0)).isEqualTo(2 * SECOND);
        assertThat(flapping.lastsNanos(7 * SECOND + 2 * SECOND)).isEqualTo(SECOND);
        assertThat(flapping.lastsNanos(7 * SECOND + 4 * SECOND)).isEqualTo(SECOND);
        assertThat(new Course(new Behaviour.Zombie(), 0).at(SECOND)).isEqualTo(new Behaviour.Zombie());
    }

    @Test
    void warmsUpInAStraightLine() {
        var warming = new Course(new Behaviour.Warming(Duration.ofSeconds(30)), 0);
        assertThat(warming.slowness(0)).isEqualTo(10);
        assertThat(warming.slowness(10 * SECOND)).isEqualTo(7);
        assertThat(warming.slowness(30 * SECOND)).isEqualTo(1);
        assertThat(warming.slowness(3000 * SECOND)).isEqualTo(1);
        assertThat(new Course(new Behaviour.Slow(3), 0).slowness(SECOND)).isEqualTo(3);
        assertThat(new Course(Behaviour.HEALTHY, 0).slowness(SECOND)).isEqualTo(1);
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Behaviour.Flapping(Duration.ofMillis(1), Duration.ofSeconds(1)))
                .withMessage("the time that a flapping server is up is 10 ms to 3600000 ms, not 1 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Behaviour.Miscounting(0))
                .withMessage("a number of bytes that a length is wrong by is not 0");
    }
}
