package ringside.config.proxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.engine.ServerId;
import ringside.engine.route.HostMatch;
import ringside.engine.route.PathMatch;
import ringside.engine.route.Route;
import ringside.world.ServerSpec;

/** All that a listener leads to, as one scenario: a pool for each of its upstreams, and routes between them. */
public final class ImportedSite {
    private final List<ServerSpec> servers = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final String first;

    private ImportedSite(String first) {
        this.first = first;
    }

    /**
     * The scenario of a listener.
     *
     * @param port where it listens
     * @throws BadInput when nobody listens there, a pool can't be used, or some paths lead nowhere
     */
    public static Imported of(ProxySetup setup, int port) {
        var listener = setup.listeners().stream()
                .filter(l -> l.binds().stream().anyMatch(bind -> bind.endsWith(":" + port)))
                .findFirst()
                .orElseThrow(() -> new BadInput("nothing listens on port " + port + listening(setup)));
        var rest = rest(listener);
        return new ImportedSite(rest.upstream()).of(setup, listener, rest);
    }

    /** The way of whatever no other rule is for. */
    private static PathRoute rest(Listener listener) {
        return listener.routes().stream()
                .filter(route ->
                        route.match() == PathRoute.Match.PREFIX && route.path().equals("/"))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput("a request for / leads nowhere; say which pool gets what no other rule is for"));
    }

    private static String listening(ProxySetup setup) {
        var binds = setup.listeners().stream().flatMap(l -> l.binds().stream()).toList();
        return binds.isEmpty() ? "" : "; this configuration listens on " + String.join(", ", binds);
    }

    private Imported of(ProxySetup setup, Listener listener, PathRoute rest) {
        var names = new LinkedHashSet<String>();
        names.add(first);
        listener.routes().forEach(route -> names.add(route.upstream()));
        var pools =
                names.stream().map(name -> setup.upstream(Optional.of(name))).toList();
        pools.forEach(pool -> add(pool, pools.getFirst()));
        var routes = listener.routes().stream()
                .filter(route -> !route.equals(rest))
                .map(this::route)
                .toList();
        var main = Imported.of(pools.getFirst(), List.of(rest));
        notes.addAll(main.notes());
        var scenario = main.scenario();
        return new Imported(
                scenario.with(servers).with(scenario.handling().with(routes)),
                notes.stream().distinct().toList());
    }

    private void add(Upstream pool, Upstream main) {
        var own = Imported.of(pool, List.of());
        notes.addAll(own.notes());
        own.scenario().servers().forEach(spec -> servers.add(distinct(spec.in(called(pool.name())))));
        if (!pool.policy().equals(main.policy())) {
            notes.add("a scenario has one policy for all pools, that of " + main.name());
        }
    }

    /** The pool of what no other rule is for is the main one. */
    private String called(String pool) {
        if (pool.equals(first)) {
            return ServerSpec.MAIN;
        }
        return pool.equals(ServerSpec.MAIN) ? "other" : pool;
    }

    /** A server that is in a second pool goes by another name there. */
    private ServerSpec distinct(ServerSpec spec) {
        boolean taken = servers.stream().anyMatch(other -> other.id().equals(spec.id()));
        return taken ? spec.called(new ServerId(spec.id().name() + "/" + spec.pool())) : spec;
    }

    private Route route(PathRoute route) {
        var match = switch (route.match()) {
            case EXACT -> new PathMatch.Exactly(route.path());
            case PREFIX -> new PathMatch.Under(route.path());
        };
        if (route.match() == PathRoute.Match.PREFIX && !route.path().endsWith("/")) {
            notes.add("a scenario's paths go by whole segments: " + route.path()
                    + " is not for what only begins with it");
        }
        return new Route(new HostMatch.Any(), match, List.of(), called(route.upstream()));
    }
}
