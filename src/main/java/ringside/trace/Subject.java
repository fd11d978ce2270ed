package ringside.trace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.Health;
import ringside.engine.PolicyChoice;
import ringside.engine.Request;
import ringside.engine.Retries;
import ringside.engine.ServerId;
import ringside.engine.haproxy.Checking;
import ringside.world.Scenario;

/**
 * What is driven through a trace: a pool and the ways that lead to it.
 *
 * @param upstream the pool
 * @param routes the ways that lead to it, in order
 * @param ours whether it is as in Ringside's own worlds: a server that is checked begins with full health, not one failed
 *     check from going down as in HAProxy, and no request comes to a server twice
 * @param seed what chance starts from
 */
public record Subject(Upstream upstream, List<PathRoute> routes, boolean ours, long seed) {
    private static final int NAMED = 12;
    private static final Set<String> SLOW =
            Set.of("haproxy/roundrobin", "haproxy/leastconn", "haproxy/first", "haproxy/random");

    public Subject {
        routes = List.copyOf(routes);
    }

    /**
     * A pool of a proxy's configuration.
     *
     * @throws ringside.config.BadInput when there is no such pool, or more than one to choose from
     */
    public static Subject of(ProxySetup setup, Optional<String> name) {
        var upstream = setup.upstream(name);
        var routes = setup.listeners().stream()
                .flatMap(listener -> listener.routes().stream())
                .filter(route -> route.upstream().equals(upstream.name()))
                .toList();
        return new Subject(upstream, routes, false, 1);
    }

    /** The pool of a scenario. */
    public static Subject of(Scenario scenario) {
        return new Subject(Upstream.of(scenario), List.of(), true, scenario.seed());
    }

    /**
     * The same where a request's key stands for whatever is hashed: for the value of a header or a parameter too.
     */
    public Subject byKey() {
        var options = upstream.policy().options().entrySet().stream()
                .filter(option -> !List.of("header", "parameter").contains(option.getKey()))
                .collect(Collectors.toMap(o -> o.getKey(), o -> o.getValue()));
        var choice = new PolicyChoice(upstream.policy().id(), options);
        var keyed = new Upstream(
                upstream.name(), choice, upstream.key(), upstream.servers(), upstream.retries(), upstream.checks());
        return new Subject(keyed, routes, ours, seed);
    }

    /** A request in which one text stands for whatever a policy hashes: its key, its client's address, its target. */
    public static Request keyed(String key) {
        return new Request(key, key, key);
    }

    Health atFirst(Checking checks) {
        return ours ? Health.unchecked(checks.rise(), checks.fall()) : checks.atFirst();
    }

    /**
     * When a request that went wrong is tried again: as the way says that its path takes, or else the first that leads
     * here, or else the pool itself.
     */
    Retries retries(Request request) {
        int mark = request.path().indexOf('?');
        return best(mark < 0 ? request.path() : request.path().substring(0, mark))
                .or(() -> routes.stream().findFirst())
                .map(PathRoute::retries)
                .orElse(upstream.retries());
    }

    private Optional<PathRoute> best(String path) {
        var exact = routes.stream()
                .filter(r -> r.match() == PathRoute.Match.EXACT && r.path().equals(path));
        var prefixes = routes.stream()
                .filter(r -> r.match() == PathRoute.Match.PREFIX && path.startsWith(r.path()))
                .sorted((a, b) -> b.path().length() - a.path().length());
        return Stream.concat(exact, prefixes).findFirst();
    }

    /** A server as its policy understands it: only those of HAProxy's whose weights may change know a slow start. */
    UpstreamServer asRehearsed(UpstreamServer server) {
        var member = server.member();
        return startsSlowly()
                ? server
                : new UpstreamServer(
                        member.with(member.terms().startingSlowly(Duration.ZERO)), server.address(), server.watch());
    }

    private boolean startsSlowly() {
        var choice = upstream.policy();
        return SLOW.contains(choice.id())
                || (choice.id().startsWith("haproxy/")
                        && choice.options().getOrDefault("hash-type", "").equals("consistent"));
    }

    /** The title of each server's column: its address, if no other has that too, or else its name. */
    public List<String> titles() {
        return upstream.servers().stream()
                .map(s -> called(s.label()).size() == 1
                        ? s.label()
                        : s.member().id().name())
                .toList();
    }

    /**
     * The servers of this name, or else at this address.
     *
     * @throws IllegalArgumentException naming those there are, when there is none
     */
    List<ServerId> servers(String called) {
        var found = called(called);
        if (found.isEmpty()) {
            var all = upstream.servers().stream()
                    .map(s -> s.address()
                            .filter(a -> !a.equals(s.member().id().name()))
                            .map(a -> s.member().id() + " (" + a + ")")
                            .orElse(s.member().id().name()))
                    .toList();
            var more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
            throw new IllegalArgumentException("no server is called \"" + called + "\"; there are "
                    + String.join(", ", all.subList(0, Math.min(NAMED, all.size()))) + more);
        }
        return found;
    }

    private List<ServerId> called(String called) {
        var ids = upstream.servers().stream().map(s -> s.member().id()).toList();
        return ids.stream().anyMatch(id -> id.name().equals(called))
                ? ids.stream().filter(id -> id.name().equals(called)).toList()
                : upstream.servers().stream()
                        .filter(s -> s.address().filter(called::equals).isPresent())
                        .map(s -> s.member().id())
                        .toList();
    }
}
