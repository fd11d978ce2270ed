package ringside.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.engine.Outcome;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.guard.CircuitBreaker;

/** The circuit breakers of one pool's servers, if it has any. For one thread at a time. */
final class Breakers {
    private final Gate.Listener listener;
    private final Map<ServerId, CircuitBreaker> all = new HashMap<>();
    private Optional<CircuitBreaker.Rules> rules = Optional.empty();

    Breakers(Gate.Listener listener) {
        this.listener = listener;
    }

    /** Goes by other rules from now on: with them, every breaker begins closed. */
    void use(Optional<CircuitBreaker.Rules> others, Pool members) {
        if (!others.equals(rules)) {
            rules = others;
            all.forEach((server, breaker) -> {
                if (!(breaker.state() instanceof CircuitBreaker.State.Closed)) {
                    listener.breaker(server, new CircuitBreaker.State.Closed(0, 0, 0));
                }
            });
            all.clear();
        }
        use(members);
    }

    /** The servers are these now. */
    void use(Pool members) {
        rules.ifPresent(rule -> {
            all.keySet().removeIf(id -> members.placeOf(id).isEmpty());
            members.members().forEach(member -> all.computeIfAbsent(member.id(), _ -> new CircuitBreaker(rule)));
        });
    }

    /** Whether there are none, so that nobody need be asked. */
    boolean none() {
        return all.isEmpty();
    }

    boolean admits(ServerId server, long now) {
        var breaker = all.get(server);
        return breaker == null || breaker.admits(now);
    }

    /** Lets in a request that goes to a server whose breaker admits it. */
    void admit(Visit visit, ServerId server, long now) {
        var breaker = all.get(server);
        if (breaker == null) {
            return;
        }
        var before = breaker.state();
        if (breaker.admit(now) instanceof CircuitBreaker.Verdict.Admitted admitted) {
            visit.breaker = breaker;
            visit.admitted = admitted;
        }
        tell(server, before, breaker);
    }

    /** The attempt that was let in has ended. */
    void settle(Visit visit, ServerId server, Outcome outcome, long now) {
        var breaker = visit.breaker;
        var admitted = visit.admitted;
        visit.breaker = null;
        visit.admitted = null;
        if (breaker != null && admitted != null) {
            var before = breaker.state();
            breaker.settle(admitted, outcome, now);
            tell(server, before, breaker);
        }
    }

    private void tell(ServerId server, CircuitBreaker.State before, CircuitBreaker breaker) {
        var after = breaker.state();
        if (!before.getClass().equals(after.getClass()) && all.get(server) == breaker) {
            listener.breaker(server, after);
        }
    }

    /** When the next open one lets somebody try, in nanoseconds, which may have been; empty when none is open. */
    OptionalLong nextTry() {
        return all.values().stream()
                .filter(breaker -> breaker.state() instanceof CircuitBreaker.State.Open)
                .mapToLong(breaker -> breaker.state() instanceof CircuitBreaker.State.Open(long until) ? until : 0)
                .min();
    }
}
