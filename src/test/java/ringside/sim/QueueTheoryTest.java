package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueueTheoryTest {
    static List<Theory> all() {
        return Theory.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void measuresWhatTheoryExpects(Theory theory) {
        var measured = theory.experiment().get();
        assertThat(measured.contains(theory.expected()))
                .as("%s in %s", theory.expected(), measured)
                .isTrue();
        assertThat(measured.tightness()).isLessThan(theory.tightness());
    }
}
