package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StepsTest {
    @Test
    void areTwoASecondWhileTimePasses() {
        var steps = new Steps();
        assertThat(IntStream.range(0, 20).filter(_ -> steps.due(100, true))).containsExactly(0, 5, 10, 15);
    }

    @Test
    void areTakenAtOnceWhileItStands() {
        var steps = new Steps();
        assertThat(steps.due(16, false)).isTrue();
        assertThat(steps.due(16, false)).isTrue();
    }
}
