package ringside.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ringside.engine.Ledger;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Pool;
import ringside.engine.ServerId;
import ringside.engine.gate.Gate;

/**
 * How a world is set up at one moment: what a file orders and commands change.
 *
 * @param policy how servers are chosen
 * @param servers the pool, in order
 * @param traffic the requests that the world makes for itself
 * @param checks how servers are checked
 * @param handling how requests are handled on their way
 * @param caching whether servers have caches, and how; in virtual time only
 * @param sessions where servers keep what they know of their clients
 * @param seed what chance starts from in a simulated world
 */
public record Scenario(
        PolicyChoice policy,
        List<ServerSpec> servers,
        Traffic traffic,
        Checks checks,
        Handling handling,
        Optional<Caching> caching,
        Sessions sessions,
        long seed) {
    /** The most servers a pool may have. */
    public static final int MOST_SERVERS = 10_000;

    private static final int LEDGER_KEYS = 1000;

    public Scenario {
        Policies.make(policy);
        servers = List.copyOf(servers);
        Checked.within("a number of servers", servers.size(), 0, MOST_SERVERS);
        var names = new HashSet<ServerId>();
        for (var server : servers) {
            if (!names.add(server.id())) {
                throw new IllegalArgumentException("two servers are named " + server.id());
            }
        }
    }

    /** One without caches and sessions. */
    public Scenario(
            PolicyChoice policy,
            List<ServerSpec> servers,
            Traffic traffic,
            Checks checks,
            Handling handling,
            long seed) {
        this(policy, servers, traffic, checks, handling, Optional.empty(), Sessions.NONE, seed);
    }

    /** Round robin over these servers, without traffic or checks, with a timeout of 1 s and seed 1. */
    public static Scenario of(ServerSpec... servers) {
        return new Scenario(
                PolicyChoice.of("textbook/round-robin"),
                List.of(servers),
                Traffic.none(),
                Checks.none(),
                Handling.USUAL,
                1);
    }

    /** The server with this name. */
    public Optional<ServerSpec> server(ServerId id) {
        return servers.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The server with this name. @throws IllegalArgumentException naming those there are */
    public ServerSpec require(ServerId id) {
        return server(id)
                .orElseThrow(() -> new IllegalArgumentException("no server is named " + id + "; there " + named()));
    }

    private String named() {
        var names = servers.stream().map(s -> s.id().name()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "is none" : "are " + names;
    }

    /** The pool of these servers, each up or down as its checks say. */
    public Pool pool(Predicate<ServerId> up) {
        return Pool.of(servers.stream().map(s -> s.member(up.test(s.id()))).toList());
    }

    /** Every pool as it is configured, by name: the main one first, or else that of the first server. */
    public SequencedMap<String, Pool> pools() {
        var members = new LinkedHashMap<String, List<Member>>();
        if (servers.isEmpty() || servers.stream().anyMatch(s -> s.pool().equals(ServerSpec.MAIN))) {
            members.put(ServerSpec.MAIN, new ArrayList<>());
        }
        servers.forEach(
                s -> members.computeIfAbsent(s.pool(), _ -> new ArrayList<>()).add(s.member(true)));
        var pools = new LinkedHashMap<String, Pool>();
        members.forEach((name, some) -> pools.put(name, Pool.of(some)));
        return pools;
    }

    /** Who there is for a gate, of whom some fail their checks. */
    public Gate.Servers servers(Predicate<ServerId> up) {
        var unwell = servers.stream().map(ServerSpec::id).filter(up.negate()).collect(Collectors.toSet());
        return new Gate.Servers(pools(), unwell, checks.kind() == Checks.Kind.NONE ? 0 : checks.rise());
    }

    /** Tries the policy with every pool. @throws IllegalArgumentException when it can't work with one, saying why */
    public void tryOut() {
        pools().values().forEach(pool -> Policies.make(policy).use(pool));
    }

    /**
     * Who owned each of the first 1000 keys and who does now; empty when more than the key decides, and when the same
     * servers take requests as before.
     */
    public Optional<Ledger> ledger(Pool before, Pool after) {
        return Policies.keyed(policy) && !open(before).equals(open(after))
                ? Optional.of(Ledger.of(policy, before, after, traffic.keys().first(LEDGER_KEYS)))
                : Optional.empty();
    }

    private static List<Member> open(Pool pool) {
        return pool.members().stream().filter(Member::open).toList();
    }

    /** The same with a policy. */
    public Scenario with(PolicyChoice other) {
        return new Scenario(other, servers, traffic, checks, handling, caching, sessions, seed);
    }

    /** The same with traffic. */
    public Scenario with(Traffic other) {
        return new Scenario(policy, servers, other, checks, handling, caching, sessions, seed);
    }

    /** The same with checks. */
    public Scenario with(Checks other) {
        return new Scenario(policy, servers, traffic, other, handling, caching, sessions, seed);
    }

    /** The same with a timeout. */
    public Scenario with(Duration other) {
        return new Scenario(policy, servers, traffic, checks, handling.with(other), caching, sessions, seed);
    }

    /** The same, handling requests otherwise. */
    public Scenario with(Handling other) {
        return new Scenario(policy, servers, traffic, checks, other, caching, sessions, seed);
    }

    /** The same with caches, or without. */
    public Scenario caching(Optional<Caching> other) {
        return new Scenario(policy, servers, traffic, checks, handling, other, sessions, seed);
    }

    /** The same, knowing clients otherwise. */
    public Scenario with(Sessions other) {
        return new Scenario(policy, servers, traffic, checks, handling, caching, other, seed);
    }

    /** How long a request may wait for its answer. */
    public Duration timeout() {
        return handling.timeout();
    }

    /** The same with a seed. */
    public Scenario seeded(long other) {
        return new Scenario(policy, servers, traffic, checks, handling, caching, sessions, other);
    }

    /** The same with other servers. */
    public Scenario with(List<ServerSpec> others) {
        return new Scenario(policy, others, traffic, checks, handling, caching, sessions, seed);
    }

    /** The same with one more server at a place, counted from 0; at the end when the place is beyond it. */
    public Scenario plus(ServerSpec server, int place) {
        var more = new ArrayList<>(servers);
        more.add(Math.min(place, more.size()), server);
        return with(more);
    }

    /** The same with one server changed. @throws IllegalArgumentException when there is none of this name */
    public Scenario change(ServerId id, UnaryOperator<ServerSpec> how) {
        require(id);
        return with(
                servers.stream().map(s -> s.id().equals(id) ? how.apply(s) : s).toList());
    }
}
