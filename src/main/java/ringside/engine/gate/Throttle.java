package ringside.engine.gate;

import java.util.Optional;
import ringside.engine.limit.Limiters;
import ringside.engine.limit.RateLimit;
import ringside.engine.limit.RateLimit.Scope;
import ringside.engine.limit.Verdict;

/** Lets requests through as a rate limit says: each client's for itself, or all together. For one thread at a time. */
final class Throttle {
    private static final int MOST_CLIENTS = 100_000;
    private static final String EVERYBODY = "";

    private final Optional<RateLimit> limit;
    private final Optional<Limiters> limiters;

    /** One that has let nobody through. */
    Throttle(Optional<RateLimit> limit) {
        this.limit = limit;
        limiters = limit.map(rule -> new Limiters(rule::fresh, rule.scope() == Scope.CLIENT ? MOST_CLIENTS : 1));
    }

    Verdict admit(String client, long now) {
        return limit.isEmpty()
                ? Verdict.ADMITTED
                : limiters.orElseThrow().admit(limit.get().scope() == Scope.CLIENT ? client : EVERYBODY, now);
    }
}
