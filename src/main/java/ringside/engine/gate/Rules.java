package ringside.engine.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.engine.KeyRule;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.FieldMatch;
import ringside.engine.route.HostMatch;
import ringside.engine.route.Route;
import ringside.engine.stick.Stickiness;

/**
 * What a gate goes by.
 *
 * @param key what of a request is hashed
 * @param routes which requests go to which pool; others go to the first
 * @param stickiness whether clients are brought back to their server
 * @param rateLimit how many requests may pass, if that is bounded
 * @param retries when a request that went wrong is tried elsewhere
 * @param breaker when a server that fails is let alone for a while, if ever
 * @param ejection when a server that fails is taken out of its pool, if ever
 * @param panic how few servers may be well before all are asked
 * @param capacity how many requests may be in hand at once, if that is bounded
 */
public record Rules(
        KeyRule key,
        List<Route> routes,
        Stickiness stickiness,
        Optional<RateLimit> rateLimit,
        RetryRule retries,
        Optional<CircuitBreaker.Rules> breaker,
        Optional<Ejector.Rules> ejection,
        Panic panic,
        Optional<Capacity> capacity) {
    /** The usual retries, and nothing else. */
    public static final Rules USUAL = new Rules(
            KeyRule.STANDARD,
            List.of(),
            Stickiness.NONE,
            Optional.empty(),
            RetryRule.USUAL,
            Optional.empty(),
            Optional.empty(),
            new Panic(0),
            Optional.empty());

    public Rules {
        routes = List.copyOf(routes);
    }

    /** The header fields of requests that are looked at, in lower case. */
    public Set<String> fields() {
        var names = new LinkedHashSet<>(key.fields());
        for (var route : routes) {
            if (!(route.host() instanceof HostMatch.Any)) {
                names.add("host");
            }
            route.fields().stream().map(FieldMatch::name).forEach(names::add);
        }
        if (stickiness instanceof Stickiness.Cookie) {
            names.add("cookie");
        }
        return Set.copyOf(names);
    }
}
