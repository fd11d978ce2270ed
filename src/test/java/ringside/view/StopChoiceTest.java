package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.world.StopWhen;

final class StopChoiceTest {
    @Test
    void looksOutForNothingUntilSomethingIsChosen() {
        assertThat(StopChoice.NOWHERE.conditions()).isEmpty();
        assertThat(StopChoice.NOWHERE.slow(false, 250).moves(false, "user:7").conditions())
                .isEmpty();
    }

    @Test
    void looksOutForAllThatIsChosen() {
        var all = StopChoice.NOWHERE
                .dropped(true)
                .ejected(true)
                .moves(true, " user:7 ")
                .slow(true, 250);
        assertThat(all.conditions())
                .containsExactly(
                        new StopWhen.RequestDropped(),
                        new StopWhen.ServerEjected(),
                        new StopWhen.KeyMoves("user:7"),
                        new StopWhen.P99Passes(250_000_000));
    }

    @Test
    void needsAKeyToLookOutForOne() {
        assertThat(StopChoice.NOWHERE.moves(true, "  ").conditions()).isEmpty();
    }
}
