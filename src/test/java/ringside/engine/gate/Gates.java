package ringside.engine.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.engine.KeyRule;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Trials;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.member.Panic;
import ringside.engine.route.Route;
import ringside.engine.stick.Stickiness;
import ringside.engine.textbook.RoundRobin;

/** A gate in front of round robin, with a clock of its own, and what is heard of it. */
final class Gates {
    static final ServerId A = new ServerId("A");
    static final ServerId B = new ServerId("B");
    static final ServerId C = new ServerId("C");
    static final Request GET = new Request("10.0.0.1", "/", "k");
    static final Request POST = new Request("10.0.0.1", "POST", "/", Map.of(), "k");
    static final Outcome REFUSED = new Outcome.Broken(Outcome.How.REFUSED);
    static final Outcome RESET = new Outcome.Broken(Outcome.How.CLOSED);

    private final List<String> told = new ArrayList<>();
    private final List<Visit> called = new ArrayList<>();
    private final Gate gate;
    private long now;

    Gates(Rules rules, Pool pool) {
        this(rules, Map.of("main", pool));
    }

    Gates(Rules rules, Map<String, Pool> pools) {
        var all = new LinkedHashMap<String, Pool>();
        all.put("main", pools.getOrDefault("main", Pool.EMPTY));
        all.putAll(pools);
        gate = new Gate(rules, RoundRobin::new, new Gate.Servers(all, Set.of(), 0), () -> now, new Ear());
    }

    private final class Ear implements Gate.Listener {
        @Override
        public void ejected(ServerId server, long until) {
            told.add(server + " out until " + Duration.ofNanos(until).toMillis());
        }

        @Override
        public void readmitted(ServerId server) {
            told.add(server + " back");
        }

        @Override
        public void breaker(ServerId server, CircuitBreaker.State state) {
            told.add(server + " " + state.getClass().getSimpleName());
        }

        @Override
        public void panic(String pool, Panic.Verdict verdict) {
            told.add(
                    verdict instanceof Panic.Verdict.Panicking(var _, int well, int of)
                            ? pool + " panics " + well + "/" + of
                            : pool + " is calm");
        }

        @Override
        public void repooled(Pool before, Pool after) {
            // which keys move is the worlds' own story
        }
    }

    static Pool abc() {
        return Trials.pool("A", "B", "C");
    }

    static Rules with(RetryRule retries) {
        return rules(KeyRule.STANDARD, List.of(), Stickiness.NONE, Optional.empty(), retries);
    }

    static Rules limited(RateLimit limit) {
        return rules(KeyRule.STANDARD, List.of(), Stickiness.NONE, Optional.of(limit), RetryRule.USUAL);
    }

    static Rules sticking(Stickiness stickiness) {
        return rules(KeyRule.STANDARD, List.of(), stickiness, Optional.empty(), RetryRule.USUAL);
    }

    static Rules routing(List<Route> routes) {
        return rules(KeyRule.STANDARD, routes, Stickiness.NONE, Optional.empty(), RetryRule.USUAL);
    }

    static Rules keyed(KeyRule key) {
        return rules(key, List.of(), Stickiness.NONE, Optional.empty(), RetryRule.USUAL);
    }

    private static Rules rules(
            KeyRule key, List<Route> routes, Stickiness stickiness, Optional<RateLimit> limit, RetryRule retries) {
        return new Rules(
                key,
                routes,
                stickiness,
                limit,
                retries,
                Optional.empty(),
                Optional.empty(),
                new Panic(0),
                Optional.empty());
    }

    static Rules holding(Capacity capacity) {
        return holding(capacity, Stickiness.NONE);
    }

    static Rules holding(Capacity capacity, Stickiness stickiness) {
        return new Rules(
                KeyRule.STANDARD,
                List.of(),
                stickiness,
                Optional.empty(),
                RetryRule.USUAL,
                Optional.empty(),
                Optional.empty(),
                new Panic(0),
                Optional.of(capacity));
    }

    static Rules panicking(Panic panic) {
        return guarded(RetryRule.USUAL, Optional.empty(), Optional.empty(), panic);
    }

    static Rules guarded(
            RetryRule retries, Optional<CircuitBreaker.Rules> breaker, Optional<Ejector.Rules> ejection, Panic panic) {
        return new Rules(
                KeyRule.STANDARD,
                List.of(),
                Stickiness.NONE,
                Optional.empty(),
                retries,
                breaker,
                ejection,
                panic,
                Optional.empty());
    }

    Gate gate() {
        return gate;
    }

    /** What became of servers and pools, in order. */
    List<String> told() {
        return told;
    }

    /** Who was called out of a line, in order. */
    List<Visit> called() {
        return called;
    }

    void passTo(long nanos) {
        now = nanos;
    }

    /** The main pool is this now, of which some are unwell. */
    void servers(Pool pool, ServerId... unwell) {
        servers(pool, 0, unwell);
    }

    /** The same, with checks of which so many bring a server back. */
    void servers(Pool pool, int passes, ServerId... unwell) {
        var pools = new LinkedHashMap<String, Pool>();
        pools.put("main", pool);
        gate.use(new Gate.Servers(pools, Set.of(unwell), passes));
    }

    Visit arrive(Request request) {
        var self = new ArrayList<Visit>();
        var visit = gate.arrive(request, () -> called.addAll(self));
        self.add(visit);
        return visit;
    }

    Step step(Visit visit) {
        return gate.next(visit);
    }

    /** The server that a visit is sent to. */
    String next(Visit visit) {
        return gate.next(visit) instanceof Step.Go(Pick.Chosen(var server, var _)) ? server.name() : "nobody";
    }

    /** A request that is at a server now. */
    Visit sent(Request request) {
        var visit = arrive(request);
        next(visit);
        return visit;
    }

    /** The server at which a request is answered well. */
    String serve(Request request) {
        return attempts(request, true, Outcome.OK).getFirst();
    }

    /** The servers that a request goes to, whose attempts end so, one after the other; it leaves with the last. */
    List<String> attempts(Request request, boolean repeatable, Outcome... outcomes) {
        var servers = new ArrayList<String>();
        var visit = arrive(request);
        for (int i = 0; i < outcomes.length; i++) {
            servers.add(next(visit));
            boolean again = gate.ended(visit, outcomes[i], repeatable);
            if (again != i < outcomes.length - 1) {
                throw new AssertionError(
                        "attempt " + (i + 1) + " was " + (again ? "" : "not ") + "followed by another");
            }
        }
        gate.leave(visit);
        return servers;
    }
}
