package ringside.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.engine.gate.Gates.A;
import static ringside.engine.gate.Gates.B;
import static ringside.engine.gate.Gates.C;
import static ringside.engine.gate.Gates.GET;
import static ringside.engine.gate.Gates.POST;
import static ringside.engine.gate.Gates.REFUSED;
import static ringside.engine.gate.Gates.RESET;
import static ringside.engine.gate.Gates.abc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Trials;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.RetryShare;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Panic;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;

/** One request after the other passes the gate. */
class GateTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    @Test
    void sendsRequestsWhereThePolicySaysWhenNothingElseIsToBeDone() {
        var gates = new Gates(Rules.USUAL, abc());
        assertThat(gates.serve(GET)).isEqualTo("A");
        assertThat(gates.serve(GET)).isEqualTo("B");
        assertThat(gates.serve(GET)).isEqualTo("C");
        assertThat(gates.told()).isEmpty();
        assertThat(gates.gate().inFlight(A)).isZero();
    }

    @Test
    void countsWhatIsInFlightUntilItEndsOrIsCalledOff() {
        var gates = new Gates(Rules.USUAL, abc());
        var first = gates.arrive(GET);
        assertThat(gates.next(first)).isEqualTo("A");
        assertThat(gates.gate().inFlight(A)).isEqualTo(1);
        gates.gate().leave(first);
        gates.gate().leave(first);
        assertThat(gates.gate().inFlight(A)).isZero();
        assertThatThrownBy(() -> gates.gate().ended(first, Outcome.OK, false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void triesElsewhereWhatReachedNobodyWhateverItIsAndWhatMayHaveReachedSomebodyOnlyIfThatDoesNoHarm() {
        var gates = new Gates(Rules.USUAL, abc());
        assertThat(gates.attempts(POST, true, REFUSED, REFUSED, REFUSED)).containsExactly("A", "B", "C");
        assertThat(gates.attempts(POST, false, REFUSED, Outcome.OK)).containsExactly("A", "B");
        assertThat(gates.attempts(POST, true, RESET)).containsExactly("C");
        assertThat(gates.attempts(GET, true, RESET, Outcome.OK)).containsExactly("A", "B");
        assertThat(gates.attempts(GET, false, RESET)).containsExactly("C");
        assertThat(gates.attempts(GET, true, new Outcome.Answered(503))).containsExactly("A");
        assertThat(gates.attempts(GET, true, new Outcome.Truncated(200), Outcome.OK))
                .containsExactly("B", "C");
    }

    @Test
    void triesElsewhereAfterAnswersThatAreWorthIt() {
        var rule = new RetryRule(2, Set.of(), Set.of(503), RetryRule.USUAL_BUDGET);
        var gates = new Gates(Gates.with(rule), abc());
        var unwell = new Outcome.Answered(503);
        assertThat(gates.attempts(GET, true, unwell, unwell)).containsExactly("A", "B");
        assertThat(gates.attempts(GET, true, new Outcome.Answered(500))).containsExactly("C");
        assertThat(gates.attempts(POST, true, unwell)).containsExactly("A");
    }

    @Test
    void retriesNoMoreOfWhatWasSentThanTheBudgetAllows() {
        var rule = new RetryRule(
                0, Set.of(RetryRule.On.CLOSED, RetryRule.On.UNREACHED), Set.of(), new RetryShare.Limit(0, 1));
        var gates = new Gates(Gates.with(rule), abc());
        var first = gates.sent(GET);
        var second = gates.sent(GET);
        var third = gates.sent(GET);
        assertThat(gates.gate().ended(first, RESET, true)).isTrue();
        assertThat(gates.gate().ended(second, RESET, true)).isFalse();
        assertThat(gates.gate().ended(third, REFUSED, true)).isTrue();
        assertThat(gates.next(first)).isEqualTo("B");
    }

    @Test
    void holdsBackWhatComesTooSoonOrTurnsItAwayForSoLong() {
        var leaky = new RateLimit(RateLimit.Kind.LEAKY_BUCKET, Rate.perSecond(10), 1, RateLimit.Scope.CLIENT);
        var gates = new Gates(Gates.limited(leaky), abc());
        assertThat(gates.serve(GET)).isEqualTo("A");
        var second = gates.arrive(GET);
        assertThat(gates.step(second)).isEqualTo(new Step.Pause(Duration.ofMillis(100)));
        var third = gates.arrive(GET);
        assertThat(gates.step(third))
                .isEqualTo(new Step.Refused(Pick.Cause.RATE_LIMITED, Optional.of(Duration.ofMillis(100))));
        assertThat(gates.serve(new Request("10.0.0.2", "/", "k"))).isEqualTo("B");
        gates.passTo(100 * MILLI);
        assertThat(gates.next(second)).isEqualTo("C");
    }

    @Test
    void countsEverybodyTogetherWhenALimitIsForAll() {
        var window = new RateLimit(RateLimit.Kind.FIXED_WINDOW, Rate.perSecond(1), 0, RateLimit.Scope.EVERYBODY);
        var gates = new Gates(Gates.limited(window), abc());
        assertThat(gates.serve(GET)).isEqualTo("A");
        assertThat(gates.step(gates.arrive(new Request("10.0.0.2", "/", "k"))))
                .isEqualTo(new Step.Refused(Pick.Cause.RATE_LIMITED, Optional.of(Duration.ofSeconds(1))));
        assertThat(new Step.Refused(Pick.Cause.RATE_LIMITED, Optional.of(Duration.ofMillis(1001))).retryAfterSeconds())
                .hasValue(2L);
    }

    @Test
    void letsSoManyInAndTheOthersStandInLine() {
        var gates = new Gates(Gates.holding(new Capacity(1, 1, Duration.ofSeconds(1))), abc());
        var first = gates.sent(GET);
        var second = gates.arrive(GET);
        assertThat(gates.step(second)).isEqualTo(new Step.Wait(Duration.ofSeconds(1)));
        assertThat(gates.step(gates.arrive(GET))).isEqualTo(new Step.Refused(Pick.Cause.LINE_FULL, Optional.empty()));
        gates.passTo(400 * MILLI);
        assertThat(gates.step(second)).isEqualTo(new Step.Wait(Duration.ofMillis(600)));
        assertThat(gates.called()).isEmpty();
        gates.gate().ended(first, Outcome.OK, false);
        gates.gate().leave(first);
        assertThat(gates.called()).containsExactly(second);
        assertThat(gates.next(second)).isEqualTo("B");
    }

    @Test
    void turnsAwayWhoStoodInLineForTooLong() {
        var gates = new Gates(Gates.holding(new Capacity(1, 1, Duration.ofSeconds(1))), abc());
        gates.sent(GET);
        var second = gates.arrive(GET);
        gates.step(second);
        gates.passTo(SECOND);
        assertThat(gates.step(second)).isEqualTo(new Step.Refused(Pick.Cause.WAITED_TOO_LONG, Optional.empty()));
        gates.gate().leave(second);
        assertThat(gates.step(gates.arrive(GET))).isEqualTo(new Step.Wait(Duration.ofSeconds(1)));
    }

    @Test
    void waitsForAServerWithRoomWhenThereIsALineAndSaysSoWhenThereIsNone() {
        var pool = abc().change(member -> member.with(member.terms().limitedTo(1)));
        var gates = new Gates(Rules.USUAL, pool);
        gates.sent(GET);
        var b = gates.sent(GET);
        gates.sent(GET);
        assertThat(gates.step(gates.arrive(GET))).isEqualTo(new Step.Refused(Pick.Cause.ALL_FULL, Optional.empty()));
        gates.gate().use(Gates.holding(new Capacity(100, 10, Duration.ofSeconds(1))));
        var waiting = gates.arrive(GET);
        assertThat(gates.step(waiting)).isEqualTo(new Step.Wait(Duration.ofSeconds(1)));
        gates.gate().ended(b, Outcome.OK, false);
        assertThat(gates.called()).containsExactly(waiting);
        assertThat(gates.next(waiting)).isEqualTo("B");
        assertThat(gates.gate().inFlight(B)).isEqualTo(1);
    }

    @Test
    void keepsClientsAtTheirServerByACookieAndTellsThemWhenItIsAnother() {
        var gates = new Gates(Gates.sticking(new Stickiness.Cookie("at", Stick.WhileDraining.STAY)), abc());
        var first = gates.arrive(GET);
        assertThat(gates.next(first)).isEqualTo("A");
        assertThat(first.cookie()).hasValue("at=A; Path=/; HttpOnly; SameSite=Lax");
        var again = gates.arrive(cookie("at=C"));
        assertThat(gates.step(again)).isEqualTo(new Step.Go(new Pick.Chosen(C, new Reason.Stays())));
        assertThat(again.cookie()).isEmpty();
        gates.servers(abc().change(C, member -> member.with(Standing.DOWN)));
        var moved = gates.arrive(cookie("at=C"));
        assertThat(((Step.Go) gates.step(moved)).pick().why())
                .isInstanceOfSatisfying(
                        Reason.Instead.class,
                        why -> assertThat(why.because()).isEqualTo(Reason.Because.OWN_SERVER_OUT));
        assertThat(moved.cookie()).hasValue("at=B; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void remembersWhereAClientWasByItsAddress() {
        var gates = new Gates(
                Gates.sticking(new Stickiness.Source(Duration.ofSeconds(10), Stick.WhileDraining.STAY)), abc());
        assertThat(gates.serve(GET)).isEqualTo("A");
        assertThat(gates.serve(new Request("10.0.0.2", "/", "k"))).isEqualTo("B");
        assertThat(gates.serve(GET)).isEqualTo("A");
        assertThat(gates.attempts(GET, true, RESET, Outcome.OK)).containsExactly("A", "C");
        assertThat(gates.serve(GET)).isEqualTo("C");
        gates.passTo(11 * SECOND);
        assertThat(gates.serve(GET)).isEqualTo("A");
    }

    @Test
    void waitsInItsOwnServersLineWhenThatIsFull() {
        var pool = abc().change(member -> member.with(member.terms().limitedTo(1)));
        var capacity = new Capacity(100, 10, Duration.ofSeconds(1));
        var gates = new Gates(Gates.holding(capacity, new Stickiness.Cookie("at", Stick.WhileDraining.STAY)), pool);
        var first = gates.arrive(cookie("at=C"));
        assertThat(gates.next(first)).isEqualTo("C");
        var second = gates.arrive(cookie("at=C"));
        assertThat(gates.step(second)).isEqualTo(new Step.Wait(Duration.ofSeconds(1)));
        gates.gate().ended(first, Outcome.OK, false);
        assertThat(gates.next(second)).isEqualTo("C");
    }

    @Test
    void leadsRequestsToThePoolOfTheirRoute() {
        var routes = List.of(
                Route.under("/api", "api"),
                new Route(HostMatch.of("b.example"), new PathMatch.Under("/"), List.of(), "empty"));
        var gates = new Gates(Gates.routing(routes), Map.of("main", Trials.pool("A"), "api", Trials.pool("B")));
        var api = gates.arrive(new Request("10.0.0.1", "/api/v1", "k"));
        assertThat(gates.next(api)).isEqualTo("B");
        assertThat(api.pool()).isEqualTo("api");
        assertThat(api.route()).hasValue(routes.getFirst());
        assertThat(gates.serve(new Request("10.0.0.1", "/apis", "k"))).isEqualTo("A");
        var host = new Request("10.0.0.1", "GET", "/", Map.of("host", "b.example:80"), "k");
        assertThat(gates.step(gates.arrive(host))).isEqualTo(new Step.Refused(Pick.Cause.NO_SERVERS, Optional.empty()));
        assertThat(gates.gate().rules().fields()).containsExactly("host");
    }

    @Test
    void hashesWhatTheKeyRuleSays() {
        var gates = new Gates(Gates.keyed(new KeyRule("$http_user$cookie_sid")), abc());
        var request = new Request("c", "GET", "/", Map.of("user", "u", "cookie", "a=1; sid=7"), "/");
        assertThat(gates.arrive(request).request().key()).isEqualTo("u7");
        assertThat(gates.gate().rules().fields()).containsExactlyInAnyOrder("user", "cookie");
    }

    @Test
    void asksEverybodyWhenTooFewAreWell() {
        var gates = new Gates(Gates.panicking(new Panic(50)), abc());
        gates.servers(abc(), A);
        assertThat(gates.serve(GET)).isEqualTo("B");
        gates.servers(abc(), A, B);
        assertThat(List.of(gates.serve(GET), gates.serve(GET), gates.serve(GET)))
                .contains("A", "B", "C");
        gates.servers(abc());
        assertThat(gates.told()).containsExactly("main panics 1/3", "main is calm");
    }

    @Test
    void keepsCountOfServersThatHaveLeft() {
        var gates = new Gates(Rules.USUAL, abc());
        var first = gates.sent(GET);
        gates.servers(Pool.of(List.of(Member.up("D", 1))));
        assertThat(gates.serve(GET)).isEqualTo("D");
        assertThat(gates.gate().inFlight(A)).isEqualTo(1);
        assertThat(gates.gate().ended(first, RESET, true)).isTrue();
        assertThat(gates.next(first)).isEqualTo("D");
        assertThat(gates.gate().inFlight(A)).isZero();
    }

    private static Request cookie(String value) {
        return new Request("10.0.0.1", "GET", "/", Map.of("cookie", value), "k");
    }

    @Test
    void knowsNobodyItWasNotTold() {
        assertThatThrownBy(() -> new Gate.Servers(new LinkedHashMap<>(), Set.<ServerId>of(), 0))
                .hasMessage("there is one pool at least, which may be empty");
    }
}
