package ringside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringside.engine.Outcome.How;

class RetryUnreachedTest {
    private static final RetryUnreached RULE = new RetryUnreached();

    private static Next after(Outcome outcome, int before) {
        return RULE.after(Request.keyed("a"), outcome, before, Duration.ZERO);
    }

    @Test
    void triesTheNextServerWhileThereIsOneAndNoneWasReached() {
        assertThat(RULE.atFirst(Trials.pool("a", "b", "c"))).isEqualTo(3);
        assertThat(RULE.left(3, new Outcome.Broken(How.REFUSED))).isEqualTo(2);
        assertThat(after(new Outcome.Broken(How.REFUSED), 2)).isEqualTo(new Next.Retry());
        assertThat(after(new Outcome.Broken(How.CONNECT_TIMEOUT), 2)).isEqualTo(new Next.Retry());
        assertThat(after(new Outcome.Broken(How.REFUSED), 1)).isEqualTo(new Next.Answer(503));
    }

    @Test
    void answersWhatAServerMayHaveHad() {
        assertThat(after(new Outcome.Answered(500), 3)).isEqualTo(new Next.Answer(500));
        assertThat(after(new Outcome.Broken(How.CLOSED), 3)).isEqualTo(new Next.Answer(502));
        assertThat(after(new Outcome.Broken(How.TIMEOUT), 3)).isEqualTo(new Next.Answer(504));
        assertThat(after(new Outcome.Abandoned(), 3)).isEqualTo(new Next.Answer(499));
    }
}
