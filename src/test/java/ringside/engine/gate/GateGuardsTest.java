package ringside.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.engine.gate.Gates.A;
import static ringside.engine.gate.Gates.GET;
import static ringside.engine.gate.Gates.RESET;
import static ringside.engine.gate.Gates.abc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Trials;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.Tripping;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;

/** What failures do to servers, and what many requests do to the gate. */
class GateGuardsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private static Rules ejecting(int percent) {
        return Gates.guarded(
                RetryRule.USUAL,
                Optional.empty(),
                Optional.of(new Ejector.Rules(1, Duration.ofSeconds(1), percent)),
                new Panic(0));
    }

    private static Rules breaking() {
        return Gates.guarded(
                RetryRule.USUAL,
                Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(1), Duration.ofSeconds(1), 1)),
                Optional.empty(),
                new Panic(0));
    }

    @Test
    void ejectsAServerThatFailsAndLetsItBackWhenItsTimeIsOver() {
        var gates = new Gates(ejecting(100), abc());
        assertThat(gates.attempts(GET, true, RESET, Outcome.OK)).containsExactly("A", "B");
        assertThat(List.of(gates.serve(GET), gates.serve(GET), gates.serve(GET)))
                .containsExactly("C", "B", "C");
        gates.passTo(SECOND);
        gates.gate().look();
        assertThat(gates.told()).containsExactly("A out until 1000", "A back");
        assertThat(List.of(gates.serve(GET), gates.serve(GET))).contains("A");
    }

    @Test
    void ejectsAServerThatBreaksOffWithinItsAnswers() {
        var gates = new Gates(ejecting(100), abc());
        assertThat(gates.attempts(GET, false, new Outcome.Truncated(200))).containsExactly("A");
        assertThat(gates.told()).containsExactly("A out until 1000");
    }

    @Test
    void letsNobodyBackWhoHasNotPassedItsChecksSince() {
        var gates = new Gates(ejecting(100), abc());
        gates.servers(abc(), 2);
        gates.attempts(GET, true, RESET, Outcome.OK);
        gates.passTo(5 * SECOND);
        gates.gate().checked(A, true);
        gates.gate().checked(A, false);
        gates.gate().checked(A, true);
        assertThat(gates.told()).containsExactly("A out until 1000");
        gates.gate().checked(A, true);
        assertThat(gates.told()).containsExactly("A out until 1000", "A back");
    }

    @Test
    void keepsAServerOutLongerEachTimeItFailsAgainSoon() {
        var gates = new Gates(ejecting(100), Trials.pool("A"));
        gates.attempts(GET, true, RESET);
        gates.passTo(SECOND);
        gates.attempts(GET, true, RESET);
        gates.passTo(3 * SECOND);
        gates.attempts(GET, true, RESET);
        gates.passTo(20 * SECOND);
        gates.gate().look();
        gates.passTo(50 * SECOND);
        gates.attempts(GET, true, RESET);
        assertThat(gates.told())
                .containsExactly(
                        "A out until 1000",
                        "A back",
                        "A out until 3000",
                        "A back",
                        "A out until 6000",
                        "A back",
                        "A out until 51000");
    }

    @Test
    void saysWhenAnotherTryMakesSenseWhenAllAreOut() {
        var gates = new Gates(ejecting(100), Trials.pool("A"));
        gates.attempts(GET, true, RESET);
        gates.passTo(400 * MILLI);
        assertThat(gates.step(gates.arrive(GET)))
                .isEqualTo(new Step.Refused(Pick.Cause.NONE_AVAILABLE, Optional.of(Duration.ofMillis(600))));
    }

    @Test
    void ejectsNoMoreThanItsPart() {
        var gates = new Gates(ejecting(34), abc());
        gates.attempts(GET, true, RESET, Outcome.OK);
        gates.attempts(GET, true, RESET, Outcome.OK);
        assertThat(gates.told()).containsExactly("A out until 1000");
    }

    @Test
    void keepsOffAServerWhoseBreakerIsOpenAndLetsOneTry() {
        var gates = new Gates(breaking(), Trials.pool("A", "B"));
        assertThat(gates.attempts(GET, true, RESET, Outcome.OK)).containsExactly("A", "B");
        assertThat(List.of(gates.serve(GET), gates.serve(GET))).containsExactly("B", "B");
        gates.passTo(SECOND);
        var trial = gates.arrive(GET);
        assertThat(gates.next(trial)).isEqualTo("A");
        assertThat(List.of(gates.serve(GET), gates.serve(GET))).containsExactly("B", "B");
        gates.gate().ended(trial, Outcome.OK, false);
        assertThat(gates.told()).containsExactly("A Open", "A HalfOpen", "A Closed");
        assertThat(List.of(gates.serve(GET), gates.serve(GET))).contains("A");
    }

    @Test
    void forgetsWhatOtherRulesHadMadeOfServers() {
        var gates = new Gates(ejecting(100), abc());
        gates.attempts(GET, true, RESET, Outcome.OK);
        gates.gate().use(breaking());
        gates.attempts(GET, true, RESET, Outcome.OK);
        gates.gate().use(Rules.USUAL);
        assertThat(gates.told()).hasSize(4).element(1).isEqualTo("A back");
        assertThat(gates.told().get(3)).endsWith("Closed");
    }

    @Test
    void losesNobodyAndNeverHasMoreInHandThanAllowed() {
        Trials.of(200, random -> {
            var pool = abc().change(member -> member.with(member.terms().limitedTo(1 + random.nextInt(2))));
            var gates = new Gates(Gates.holding(new Capacity(4, 3, Duration.ofMillis(50))), pool);
            var inHand = new ArrayList<Visit>();
            var waiting = new ArrayDeque<Visit>();
            int over = 0;
            int come = 0;
            for (int at = 0; at < 200; at++) {
                gates.passTo(at * MILLI * 5);
                if (random.nextBoolean()) {
                    come++;
                    over += take(gates, gates.arrive(GET), inHand, waiting);
                } else if (!inHand.isEmpty()) {
                    var ended = inHand.remove(random.nextInt(inHand.size()));
                    gates.gate().ended(ended, random.nextBoolean() ? Outcome.OK : RESET, false);
                    gates.gate().leave(ended);
                    over++;
                }
                for (int i = waiting.size(); i > 0; i--) {
                    over += take(gates, waiting.remove(), inHand, waiting);
                }
                assertThat(inHand.size()).isLessThanOrEqualTo(4);
                assertThat(over + inHand.size() + waiting.size()).isEqualTo(come);
            }
            for (var visit : List.copyOf(inHand)) {
                gates.gate().leave(visit);
            }
            waiting.forEach(gates.gate()::leave);
            assertThat(pool.members()).allMatch(m -> gates.gate().inFlight(m.id()) == 0);
        });
    }

    /** Takes a step with a visit: 1 when that was its last. */
    private static int take(Gates gates, Visit visit, List<Visit> inHand, ArrayDeque<Visit> waiting) {
        switch (gates.step(visit)) {
            case Step.Go _ -> inHand.add(visit);
            case Step.Wait _ -> waiting.add(visit);
            case Step.Pause _, Step.Refused _ -> {
                gates.gate().leave(visit);
                return 1;
            }
        }
        return 0;
    }
}
