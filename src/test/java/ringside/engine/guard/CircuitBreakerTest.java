package ringside.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.engine.Outcome;
import ringside.engine.Trials;
import ringside.engine.guard.CircuitBreaker.Rules;
import ringside.engine.guard.CircuitBreaker.State;
import ringside.engine.guard.CircuitBreaker.Verdict;

class CircuitBreakerTest {
    private static final long SECOND = 1_000_000_000;
    private static final Outcome BAD = new Outcome.Answered(503);

    private long now = -7 * SECOND;

    /*
     * A run in letters: + a request that goes well, - one that fails, 0 one called off, r one that is rejected,
     * . a second passes.
     */
    @ParameterizedTest
    @CsvSource({
        "'', CLOSED",
        "--, CLOSED",
        "--+--, CLOSED",
        "--0-, OPEN",
        "---, OPEN",
        "---r.r.rr, OPEN",
        "---..., OPEN",
        "---...+, HALF_OPEN",
        "---...0, HALF_OPEN",
        "---...++, CLOSED",
        "---...+0+, CLOSED",
        "---...-, OPEN",
        "---...+-, OPEN",
        "---...-r..r., OPEN",
        "---...-r..r.++, CLOSED",
        "---...++--, CLOSED",
        "---...++---, OPEN"
    })
    void opensAfterThreeFailuresInARowForThreeSeconds(String run, String state) {
        var breaker = inARow();
        for (int letter : run.chars().toArray()) {
            switch (letter) {
                case '.' -> now += SECOND;
                case 'r' -> assertThat(breaker.admit(now)).isInstanceOf(Verdict.Rejected.class);
                case '+' -> breaker.settle(admitted(breaker), Outcome.OK, now);
                case '0' -> breaker.settle(admitted(breaker), new Outcome.Abandoned(), now);
                default -> breaker.settle(admitted(breaker), BAD, now);
            }
        }
        assertThat(nameOf(breaker.state())).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "'---------', CLOSED",
        "'----------', OPEN",
        "'+++++-----', OPEN",
        "'++++++----', CLOSED",
        "'++++++----+-', CLOSED",
        "'++++++-----', CLOSED",
        "'++++++------', OPEN",
        "'---------++++++++++++++++++++----', CLOSED",
        "'++++++++++++++++++++----------', OPEN",
        "'++++++++++++++++++++---------', CLOSED"
    })
    void opensWhenHalfOfTheLastTwentyFailAndThereAreTen(String run, String state) {
        var breaker = new CircuitBreaker(new Rules(new Tripping.Share(50, 10, 20), Duration.ofSeconds(1), 1));
        for (int letter : run.chars().toArray()) {
            breaker.settle(admitted(breaker), letter == '+' ? Outcome.OK : BAD, now);
        }
        assertThat(nameOf(breaker.state())).isEqualTo(state);
    }

    @Test
    void tellsTheNanosecondAtWhichTheNextMayTry() {
        var breaker = opened();
        now += SECOND;
        assertThat(breaker.admit(now)).isEqualTo(new Verdict.Rejected(Duration.ofSeconds(2)));
        assertThat(breaker.admits(now + 2 * SECOND - 1)).isFalse();
        assertThat(breaker.admits(now + 2 * SECOND)).isTrue();
        assertThat(breaker.admit(now + 2 * SECOND - 1)).isEqualTo(new Verdict.Rejected(Duration.ofNanos(1)));
        assertThat(breaker.admit(now + 2 * SECOND)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void beginsAfreshWhenItCloses() {
        var breaker = new CircuitBreaker(new Rules(new Tripping.Share(50, 4, 20), Duration.ofSeconds(1), 1));
        for (int i = 0; i < 4; i++) {
            breaker.settle(admitted(breaker), BAD, now);
        }
        now += SECOND;
        breaker.settle(admitted(breaker), Outcome.OK, now);
        assertThat(breaker.state()).isEqualTo(new State.Closed(0, 0, 0));
        breaker.settle(admitted(breaker), BAD, now);
        assertThat(breaker.state()).isEqualTo(new State.Closed(1, 1, 1));
    }

    @Test
    void letsNoMoreTryThanItsTrials() {
        var breaker = opened();
        now += 3 * SECOND;
        var one = admitted(breaker);
        admitted(breaker);
        assertThat(breaker.admit(now)).isInstanceOf(Verdict.Rejected.class);
        assertThat(breaker.admits(now)).isFalse();
        assertThat(breaker.state()).isEqualTo(new State.HalfOpen(2, 0));
        breaker.settle(one, Outcome.OK, now);
        assertThat(breaker.admit(now)).isInstanceOf(Verdict.Rejected.class);
        assertThat(breaker.state()).isEqualTo(new State.HalfOpen(2, 1));
    }

    @Test
    void givesUpTrialsThatNeverEnd() {
        var breaker = opened();
        now += 3 * SECOND;
        var lost = admitted(breaker);
        admitted(breaker);
        assertThat(breaker.admit(now + SECOND)).isEqualTo(new Verdict.Rejected(Duration.ofSeconds(2)));
        now += 3 * SECOND;
        admitted(breaker);
        breaker.settle(lost, BAD, now);
        assertThat(breaker.state()).isEqualTo(new State.HalfOpen(1, 0));
    }

    @Test
    void doesNotHearWhatWasLetInBeforeItTripped() {
        var breaker = inARow();
        var early = admitted(breaker);
        for (int i = 0; i < 3; i++) {
            breaker.settle(admitted(breaker), BAD, now);
        }
        breaker.settle(early, Outcome.OK, now);
        assertThat(breaker.state()).isEqualTo(new State.Open(now + 3 * SECOND));
        now += 3 * SECOND;
        admitted(breaker);
        breaker.settle(early, BAD, now);
        assertThat(breaker.state()).isEqualTo(new State.HalfOpen(1, 0));
    }

    @Test
    void allocatesNoVerdictForThoseItLetsIn() {
        var breaker = inARow();
        assertThat(breaker.admit(now)).isSameAs(breaker.admit(now));
    }

    @Test
    void neverLetsMoreTryAtOnceThanItsTrialsWhateverHappens() {
        Trials.of(200, random -> {
            int trials = 1 + random.nextInt(4);
            var breaker = new CircuitBreaker(new Rules(new Tripping.InARow(2), Duration.ofSeconds(3), trials));
            var inside = new ArrayList<Verdict.Admitted>();
            long time = 0;
            for (int i = 0; i < 300; i++) {
                time += random.nextLong(SECOND);
                boolean admits = breaker.admits(time);
                if (random.nextBoolean() && breaker.admit(time) instanceof Verdict.Admitted admitted) {
                    inside.add(admitted);
                    assertThat(admits).isTrue();
                } else if (!inside.isEmpty()) {
                    var outcome = random.nextInt(3) == 0 ? Outcome.OK : BAD;
                    breaker.settle(inside.remove(random.nextInt(inside.size())), outcome, time);
                }
                if (breaker.state() instanceof State.HalfOpen(int trying, int passed)) {
                    assertThat(trying).isBetween(0, trials);
                    assertThat(passed).isLessThan(trials);
                }
            }
        });
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Tripping.InARow(0)).hasMessage("a breaker trips after 1 to 1000 failures, not 0");
        assertThatThrownBy(() -> new Tripping.Share(0, 1, 1))
                .hasMessage("a breaker trips at 1 to 100 % of failures, not 0");
        assertThatThrownBy(() -> new Tripping.Share(50, 30, 20))
                .hasMessage("a breaker looks at 1 to 1000 calls, not at 30 at least and 20 at most");
        assertThatThrownBy(() -> new Rules(new Tripping.InARow(1), Duration.ZERO, 1))
                .hasMessage("a breaker stays open for more than 0 ms, not PT0S");
        assertThatThrownBy(() -> new Rules(new Tripping.InARow(1), Duration.ofSeconds(1), 0))
                .hasMessage("1 request or more try, not 0");
    }

    private static CircuitBreaker inARow() {
        return new CircuitBreaker(new Rules(new Tripping.InARow(3), Duration.ofSeconds(3), 2));
    }

    private CircuitBreaker opened() {
        var breaker = inARow();
        for (int i = 0; i < 3; i++) {
            breaker.settle(admitted(breaker), BAD, now);
        }
        return breaker;
    }

    private Verdict.Admitted admitted(CircuitBreaker breaker) {
        return switch (breaker.admit(now)) {
            case Verdict.Admitted admitted -> admitted;
            case Verdict.Rejected(var retryAfter) -> throw new AssertionError("rejected for " + retryAfter);
        };
    }

    private static String nameOf(State state) {
        return switch (state) {
            case State.Closed _ -> "CLOSED";
            case State.Open _ -> "OPEN";
            case State.HalfOpen _ -> "HALF_OPEN";
        };
    }
}
