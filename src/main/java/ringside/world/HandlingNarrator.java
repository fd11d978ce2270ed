package ringside.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.engine.KeyRule;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.Tripping;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.route.FieldMatch;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stickiness;

/** Tells how requests are handled from now on. */
final class HandlingNarrator {
    private final Phrases phrases;

    HandlingNarrator(Phrases phrases) {
        this.phrases = phrases;
    }

    String tell(HandlingCommand command) {
        return switch (command) {
            case HandlingCommand.SetTimeout(var timeout) -> phrases.say("command.timeout", phrases.duration(timeout));
            case HandlingCommand.SetLayer(var layer) -> phrases.say("command.layer." + layer);
            case HandlingCommand.SetTls(var tls) -> phrases.say("command.tls." + tls);
            case HandlingCommand.SetKey(var key)
            when key.equals(KeyRule.STANDARD) -> phrases.say("command.key.standard");
            case HandlingCommand.SetKey(var key) -> phrases.say("command.key", key.written());
            case HandlingCommand.SetRoutes(var routes) when routes.isEmpty() -> phrases.say("command.routes.none");
            case HandlingCommand.SetRoutes(var routes) ->
                phrases.say(
                        "command.routes",
                        new Phrases.Inner(
                                phrases.list(routes.stream().map(this::route).toList())));
            case HandlingCommand.SetStickiness(var stickiness) -> stickiness(stickiness);
            case HandlingCommand.SetRateLimit(var limit) -> limit(limit);
            case HandlingCommand.SetRetries(var rule) -> retries(rule);
            case HandlingCommand.SetBreaker(var rules) -> breaker(rules);
            case HandlingCommand.SetEjection(var rules) -> ejection(rules);
            case HandlingCommand.SetPanic(var panic) when panic.percent() == 0 -> phrases.say("command.panic.never");
            case HandlingCommand.SetPanic(var panic) ->
                phrases.say("command.panic", phrases.percent(panic.percent() / 100.0));
            case HandlingCommand.SetCapacity(var capacity) -> capacity(capacity);
        };
    }

    private String route(Route route) {
        var conditions = new ArrayList<String>();
        switch (route.path()) {
            case PathMatch.Exactly(var path) -> conditions.add(phrases.say("route.exactly", path));
            case PathMatch.Under(var path) -> conditions.add(phrases.say("route.under", path + "/"));
        }
        if (!(route.host() instanceof HostMatch.Any)) {
            conditions.add(phrases.say("route.host", route.host()));
        }
        route.fields().forEach(field -> conditions.add(condition(field)));
        return phrases.say("route", new Phrases.Inner(String.join(" ", conditions)), route.pool());
    }

    private String condition(FieldMatch field) {
        return switch (field) {
            case FieldMatch.Is(var name, var value) -> phrases.say("route.is", name, value);
            case FieldMatch.Present(var name) -> phrases.say("route.with", name);
            case FieldMatch.Absent(var name) -> phrases.say("route.without", name);
        };
    }

    private String stickiness(Stickiness stickiness) {
        return switch (stickiness) {
            case Stickiness.None() -> phrases.say("command.sticky.none");
            case Stickiness.Cookie(var name, var rule) -> phrases.say("command.sticky.cookie." + rule, name);
            case Stickiness.Source(var expiry, var rule) ->
                phrases.say("command.sticky.source." + rule, phrases.duration(expiry));
        };
    }

    private String limit(Optional<RateLimit> limit) {
        if (limit.isEmpty()) {
            return phrases.say("command.limit.none");
        }
        var rate = limit.get().rate();
        return phrases.say(
                "command.limit." + limit.get().scope(),
                rate.count(),
                phrases.duration(rate.per()),
                new Phrases.Inner(
                        phrases.say("limit." + limit.get().kind(), limit.get().burst())));
    }

    private String retries(RetryRule rule) {
        var on = on(rule);
        if (rule.attempts() == 1 || on.isEmpty()) {
            return phrases.say("command.retries.none");
        }
        var what = new Phrases.Inner(phrases.list(on));
        return rule.attempts() == 0
                ? phrases.say("command.retries.all", what)
                : phrases.say("command.retries", what, rule.attempts());
    }

    private List<String> on(RetryRule rule) {
        return Stream.concat(
                        rule.on().stream().sorted().map(on -> phrases.say("retry." + on)),
                        rule.statuses().stream().sorted().map(String::valueOf))
                .toList();
    }

    private String breaker(Optional<CircuitBreaker.Rules> breaker) {
        if (breaker.isEmpty()) {
            return phrases.say("command.breaker.none");
        }
        var rules = breaker.get();
        var open = phrases.duration(rules.openFor());
        return switch (rules.tripping()) {
            case Tripping.InARow(int failures) -> phrases.say("command.breaker.row", failures, open, rules.trials());
            case Tripping.Share(int percent, int _, int window) ->
                phrases.say("command.breaker.share", phrases.percent(percent / 100.0), open, rules.trials(), window);
        };
    }

    private String ejection(Optional<Ejector.Rules> rules) {
        return rules.map(r -> phrases.say(
                        "command.ejection",
                        r.failures(),
                        phrases.duration(r.time()),
                        phrases.percent(r.mostPercent() / 100.0)))
                .orElseGet(() -> phrases.say("command.ejection.none"));
    }

    private String capacity(Optional<Capacity> capacity) {
        return capacity.map(c -> phrases.say("command.capacity", c.most(), c.queue(), phrases.duration(c.patience())))
                .orElseGet(() -> phrases.say("command.capacity.none"));
    }
}
