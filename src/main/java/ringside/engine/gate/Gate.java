package ringside.engine.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import ringside.engine.Detail;
import ringside.engine.KeyRule;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.engine.Ticks;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.limit.Verdict;
import ringside.engine.member.Panic;
import ringside.engine.route.Route;
import ringside.engine.route.RouteTable;

/**
 * What every request passes on its way to a server, and what learns how it went there. It may be called from any thread.
 *
 * <p>A request {@linkplain #arrive arrives}, asks what it is to do {@linkplain #next next} until it is sent to a server or
 * refused, says how each attempt {@linkplain #ended ended}, and {@linkplain #leave leaves}, whatever happened.
 */
public final class Gate {
    /** Hears what becomes of servers and pools. It is called within the gate, so it must be quick and ask nothing of it. */
    public interface Listener {
        /** A server failed so often in a row that it gets nothing until this time, in nanoseconds, at least. */
        void ejected(ServerId server, long until);

        /** It may be asked again. */
        void readmitted(ServerId server);

        /** A server's breaker does something else now. */
        void breaker(ServerId server, CircuitBreaker.State state);

        /** A pool begins to panic, or is calm again. */
        void panic(String pool, Panic.Verdict verdict);

        /** Requests are spread over other servers now, or with other weights. */
        void repooled(Pool before, Pool after);
    }

    /**
     * Who there is.
     *
     * @param pools every pool as it is configured, by name; the first is for requests that no route matches
     * @param unwell who fails checks
     * @param passesNeeded how many checks in a row a server that was ejected has to pass; 0 when there are none
     */
    public record Servers(SequencedMap<String, Pool> pools, Set<ServerId> unwell, int passesNeeded) {
        public Servers {
            if (pools.isEmpty()) {
                throw new IllegalArgumentException("there is one pool at least, which may be empty");
            }
            pools = new LinkedHashMap<>(pools);
            unwell = Set.copyOf(unwell);
        }

        /** All in one pool and well, and nobody is checked. */
        public static Servers of(String name, Pool pool) {
            var pools = new LinkedHashMap<String, Pool>();
            pools.put(name, pool);
            return new Servers(pools, Set.of(), 0);
        }
    }

    /** What can be read without waiting. */
    private record Plan(Rules rules, RouteTable table, Map<String, Lane> lanes, Lane first) {
        Optional<Route> route(Request request) {
            return rules.routes().isEmpty() ? Optional.empty() : table.find(request);
        }
    }

    private final Ticks ticks;
    private final Listener listener;
    private Supplier<Policy> policies;
    private Servers servers;
    private Throttle throttle;
    private Hall hall;
    private volatile Plan plan;
    private volatile Detail detail = Detail.REASONED;

    /**
     * A gate that nobody has passed.
     *
     * @param policies makes the policy of each pool
     * @param ticks the time it goes by
     * @param listener hears what becomes of servers
     * @throws IllegalArgumentException when a policy can't work with its pool
     */
    public Gate(Rules rules, Supplier<Policy> policies, Servers servers, Ticks ticks, Listener listener) {
        this.policies = policies;
        this.servers = servers;
        this.ticks = ticks;
        this.listener = listener;
        throttle = new Throttle(rules.rateLimit());
        hall = new Hall(rules.capacity());
        plan = arranged(rules, Map.of());
    }

    /** From now on says why a server was chosen, or saves itself the trouble. */
    public void explain(Detail other) {
        detail = other;
    }

    /** A request comes, whose key is that of {@link KeyRule#STANDARD}: its way through here begins. */
    public Visit arrive(Request request, Runnable call) {
        var now = plan;
        var key = now.rules().key();
        var keyed = key.equals(KeyRule.STANDARD) ? request : key.keyed(request);
        var route = now.route(keyed);
        var lane = route.isEmpty()
                ? now.first()
                : Objects.requireNonNull(now.lanes().get(route.get().pool()));
        return new Visit(keyed, lane, route, detail, call);
    }

    /** What a request is to do now. */
    public synchronized Step next(Visit visit) {
        long now = ticks.nanos();
        visit.lane.look(now);
        var granted = visit.granted;
        if (granted != null) {
            visit.granted = null;
            return granted;
        }
        if (visit.waiting) {
            return visit.patienceLeft(now).isPositive() ? visit.waitFor(visit.patienceLeft(now), now) : lapsed(visit);
        }
        return switch (visit.stage) {
            case ARRIVED -> admit(visit, now);
            case LET_THROUGH -> enter(visit, now);
            case IN_HALL, UNDER_WAY -> visit.lane.ask(visit, now);
        };
    }

    private Step lapsed(Visit visit) {
        withdraw(visit);
        return new Step.Refused(Pick.Cause.WAITED_TOO_LONG, Optional.empty());
    }

    private Step admit(Visit visit, long now) {
        visit.began = now;
        visit.stage = Visit.Stage.LET_THROUGH;
        return switch (throttle.admit(visit.request().client(), now)) {
            case Verdict.Admitted _ -> enter(visit, now);
            case Verdict.Delayed(var pause) -> new Step.Pause(pause);
            case Verdict.Limited(var wait) -> new Step.Refused(Pick.Cause.RATE_LIMITED, Optional.of(wait));
        };
    }

    private Step enter(Visit visit, long now) {
        return hall.enter(visit, now).orElseGet(() -> visit.lane.ask(visit, now));
    }

    /**
     * An attempt has ended: whether the request gets another, whose server {@link #next} names.
     *
     * @param outcome how it ended
     * @param repeatable whether the request may be sent once more when a server may have had it: all of it is still there,
     *     and its client has seen nothing of an answer
     */
    public synchronized boolean ended(Visit visit, Outcome outcome, boolean repeatable) {
        return settle(visit, outcome, repeatable, ticks.nanos());
    }

    private static boolean settle(Visit visit, Outcome outcome, boolean repeatable, long now) {
        var server = visit.at;
        if (server == null) {
            throw new IllegalStateException("no attempt is under way that could end");
        }
        return visit.lane.ended(visit, server, outcome, repeatable, now);
    }

    /** A request is over; an attempt that was still under way was called off. */
    public void leave(Visit visit) {
        if (visit.holds()) {
            giveBack(visit);
        }
    }

    private synchronized void giveBack(Visit visit) {
        long now = ticks.nanos();
        if (visit.at != null) {
            settle(visit, new Outcome.Abandoned(), false, now);
        }
        visit.granted = null;
        withdraw(visit);
        if (visit.hall != null) {
            visit.hall.leave(visit, now);
        }
    }

    private static void withdraw(Visit visit) {
        if (visit.waiting) {
            visit.waiting = false;
            visit.lane.withdraw(visit);
            if (visit.hall != null) {
                visit.hall.withdraw(visit);
            }
        }
    }

    /** A check of a server has ended. */
    public synchronized void checked(ServerId server, boolean passed) {
        long now = ticks.nanos();
        plan.lanes().values().forEach(lane -> lane.checked(server, passed, now));
    }

    /** Looks whether somebody may come back whose time out is over. It does so for each request too. */
    public synchronized void look() {
        long now = ticks.nanos();
        plan.lanes().values().forEach(lane -> lane.look(now));
    }

    /** Goes by these rules from now on; what they leave as it was goes on as before. */
    public synchronized void use(Rules rules) {
        var before = plan.rules();
        if (!rules.rateLimit().equals(before.rateLimit())) {
            throttle = new Throttle(rules.rateLimit());
        }
        if (!rules.capacity().equals(before.capacity())) {
            hall = new Hall(rules.capacity());
        }
        plan = arranged(rules, plan.lanes());
    }

    /**
     * From now on there are these servers; what is in flight elsewhere stays there.
     *
     * @throws IllegalArgumentException when a policy can't work with its pool
     */
    public synchronized void use(Servers others) {
        servers = others;
        plan = arranged(plan.rules(), plan.lanes());
    }

    /** From now on each pool chooses by a policy from here, which starts afresh. */
    public synchronized void use(Supplier<Policy> others) {
        policies = others;
        plan.lanes().values().forEach(lane -> lane.balancer().use(others.get()));
    }

    private Plan arranged(Rules rules, Map<String, Lane> before) {
        long now = ticks.nanos();
        var lanes = new LinkedHashMap<String, Lane>();
        servers.pools().keySet().forEach(name -> lanes.put(name, lane(name, before)));
        rules.routes().forEach(route -> lanes.computeIfAbsent(route.pool(), name -> lane(name, before)));
        before.forEach(lanes::putIfAbsent);
        lanes.forEach((name, lane) -> {
            lane.use(rules, now);
            lane.use(servers.pools().getOrDefault(name, Pool.EMPTY), servers.unwell(), servers.passesNeeded(), now);
        });
        return new Plan(
                rules, new RouteTable(rules.routes()), lanes, lanes.firstEntry().getValue());
    }

    private Lane lane(String name, Map<String, Lane> before) {
        var known = before.get(name);
        return known == null ? new Lane(name, policies.get(), listener) : known;
    }

    /** The rules it goes by. */
    public Rules rules() {
        return plan.rules();
    }

    /** The requests that a server has been given and has not finished, as a member of whatever pool. */
    public int inFlight(ServerId server) {
        int sum = 0;
        for (var lane : plan.lanes().values()) {
            sum += lane.balancer().inFlight(server);
        }
        return sum;
    }
}
