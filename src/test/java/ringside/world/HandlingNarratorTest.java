package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.engine.KeyRule;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.Tripping;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.FieldMatch;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;

class HandlingNarratorTest {
    private static final Scenario EMPTY = Scenario.of();
    private static final Duration TEN = Duration.ofSeconds(10);

    private static String english(HandlingCommand command) {
        return new Narrator(Locale.ENGLISH).tell(new Happening.Applied(command, EMPTY));
    }

    private static String german(HandlingCommand command) {
        return new Narrator(Locale.GERMAN).tell(new Happening.Applied(command, EMPTY));
    }

    /** Every change to how requests are handled, of every kind. */
    static List<HandlingCommand> changes() {
        var all = new ArrayList<HandlingCommand>();
        for (var layer : Handling.Layer.values()) {
            all.add(new HandlingCommand.SetLayer(layer));
        }
        for (var tls : Handling.Tls.values()) {
            all.add(new HandlingCommand.SetTls(tls));
        }
        for (var rule : Stick.WhileDraining.values()) {
            all.add(new HandlingCommand.SetStickiness(new Stickiness.Cookie("SERVER", rule)));
            all.add(new HandlingCommand.SetStickiness(new Stickiness.Source(TEN, rule)));
        }
        for (var scope : RateLimit.Scope.values()) {
            for (var kind : RateLimit.Kind.values()) {
                int burst = kind == RateLimit.Kind.TOKEN_BUCKET ? 5 : 0;
                all.add(new HandlingCommand.SetRateLimit(
                        Optional.of(new RateLimit(kind, Rate.perSecond(2), burst, scope))));
            }
        }
        all.addAll(others());
        return all;
    }

    private static List<HandlingCommand> others() {
        return List.of(
                new HandlingCommand.SetKey(KeyRule.STANDARD),
                new HandlingCommand.SetKey(new KeyRule("$arg_user")),
                new HandlingCommand.SetRoutes(List.of()),
                new HandlingCommand.SetRoutes(List.of(route())),
                new HandlingCommand.SetStickiness(Stickiness.NONE),
                new HandlingCommand.SetRateLimit(Optional.empty()),
                new HandlingCommand.SetRetries(RetryRule.NONE),
                new HandlingCommand.SetRetries(RetryRule.USUAL),
                new HandlingCommand.SetRetries(
                        new RetryRule(3, Set.of(RetryRule.On.values()), Set.of(503), RetryRule.USUAL_BUDGET)),
                new HandlingCommand.SetBreaker(Optional.empty()),
                new HandlingCommand.SetBreaker(Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(5), TEN, 1))),
                new HandlingCommand.SetBreaker(
                        Optional.of(new CircuitBreaker.Rules(new Tripping.Share(50, 4, 8), TEN, 3))),
                new HandlingCommand.SetEjection(Optional.empty()),
                new HandlingCommand.SetEjection(Optional.of(new Ejector.Rules(1, TEN, 50))),
                new HandlingCommand.SetPanic(new Panic(0)),
                new HandlingCommand.SetPanic(Panic.STANDARD),
                new HandlingCommand.SetCapacity(Optional.empty()),
                new HandlingCommand.SetCapacity(Optional.of(new Capacity(1, 0, TEN))),
                new HandlingCommand.SetCapacity(Optional.of(new Capacity(100, 50, TEN))));
    }

    private static Route route() {
        List<FieldMatch> fields =
                List.of(new FieldMatch.Is("x-a", "1"), new FieldMatch.Present("b"), new FieldMatch.Absent("c"));
        return new Route(new HostMatch.Under(".localhost"), new PathMatch.Exactly("/in"), fields, "shop");
    }

    @Test
    void tellsOfRoutes() {
        var routes = new HandlingCommand.SetRoutes(List.of(Route.under("/api", "api"), route()));
        assertThat(english(routes))
                .isEqualTo(
                        "From now on requests have routes: the path /api/ to api, just /in at *.localhost with x-a: 1"
                                + " with b without c to shop.");
        assertThat(german(routes))
                .isEqualTo("Von nun an haben Anfragen Routen: Pfad /api/ an api, genau /in bei *.localhost mit x-a: 1"
                        + " mit dem Feld b ohne c an shop.");
    }

    @Test
    void tellsOfRetries() {
        var on = Set.of(RetryRule.On.TIMEOUT, RetryRule.On.CLOSED);
        var rule = new RetryRule(3, on, Set.of(503, 502), RetryRule.USUAL_BUDGET);
        assertThat(english(new HandlingCommand.SetRetries(rule)))
                .isEqualTo("From now on a request is tried elsewhere after no answer, a timeout, 502, 503: 3 attempts"
                        + " at most.");
        assertThat(english(new HandlingCommand.SetRetries(new RetryRule(3, Set.of(), Set.of(), rule.budget()))))
                .isEqualTo("From now on no request is tried a second time.");
    }

    @Test
    void tellsOfBreakersAndEjection() {
        assertThat(english(new HandlingCommand.SetBreaker(
                        Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(5), TEN, 1)))))
                .isEqualTo("From now on 5 failures in a row open a server's circuit breaker for 10 s; then one request"
                        + " tries it.");
        assertThat(german(new HandlingCommand.SetBreaker(
                        Optional.of(new CircuitBreaker.Rules(new Tripping.Share(50, 4, 8), TEN, 3)))))
                .isEqualTo("Von nun an öffnen 50\u00a0% Fehler unter den letzten 8 Anfragen die Sicherung eines Servers"
                        + " für 10 s; dann versuchen ihn 3 Anfragen.");
        assertThat(english(new HandlingCommand.SetEjection(Optional.of(new Ejector.Rules(1, TEN, 50)))))
                .isEqualTo("From now on a server is ejected for 10 s after one failure, 50% of them at once at most.");
    }

    @Test
    void tellsOfLimitsAndCapacity() {
        var limit = new RateLimit(RateLimit.Kind.TOKEN_BUCKET, Rate.perSecond(1000), 5, RateLimit.Scope.CLIENT);
        assertThat(english(new HandlingCommand.SetRateLimit(Optional.of(limit))))
                .isEqualTo("From now on 1000 requests of each client in 1 s may pass, and 5 at once (token bucket).");
        assertThat(english(new HandlingCommand.SetCapacity(Optional.of(new Capacity(100, 1, TEN)))))
                .isEqualTo("From now on 100 requests are in hand at most, and one waits for 10 s.");
    }
}
