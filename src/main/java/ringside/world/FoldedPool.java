package ringside.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.engine.Health;
import ringside.engine.ServerId;
import ringside.world.Happening.*;

/** The servers of a world while events are applied to them. */
final class FoldedPool {
    private final Map<ServerId, FoldedServer> servers = new LinkedHashMap<>();

    /** Nobody yet. */
    FoldedPool() {}

    /** These, in the order in which they joined. */
    FoldedPool(List<ServerState> states) {
        states.forEach(s -> servers.put(s.id(), new FoldedServer(s)));
    }

    /** All, in the order in which they joined: those too that were taken out and did not begin to drain yet. */
    List<ServerState> all() {
        return servers.values().stream().map(FoldedServer::freeze).toList();
    }

    /** A server, unless nobody has heard of it, as may be after a gap in the record. */
    @Nullable
    FoldedServer find(ServerId id) {
        return servers.get(id);
    }

    /** Members of the pool in order, then those that are draining. */
    List<ServerState> freeze(Scenario scenario) {
        var states = new ArrayList<ServerState>(servers.size());
        for (var spec : scenario.servers()) {
            var server = servers.get(spec.id());
            if (server != null && !server.draining()) {
                states.add(server.freeze());
            }
        }
        if (states.size() < servers.size()) {
            servers.values().stream().filter(FoldedServer::draining).forEach(s -> states.add(s.freeze()));
        }
        return List.copyOf(states);
    }

    /** Applies what happened to one of them. */
    void apply(OfServer change, long nanos, Scenario scenario) {
        switch (change) {
            case Joined(var id, var address) -> join(id, address, scenario);
            case Left(var id) -> servers.remove(id);
            default -> {
                var server = servers.get(change.server());
                if (server != null) {
                    apply(change, nanos, server);
                }
            }
        }
    }

    private static void apply(OfServer change, long nanos, FoldedServer server) {
        switch (change) {
            case Draining _ -> server.drain();
            case ProbeSent _ -> server.probe(nanos);
            case ProbePassed(var _, var kind, var told, long took, var health) ->
                server.probed(new ServerState.Probe(nanos, kind, true, told, took), health);
            case ProbeFailed(var _, var kind, var told, long took, var health) ->
                server.probed(new ServerState.Probe(nanos, kind, false, told, took), health);
            case PassivelyEjected _ -> server.eject(true);
            case Returned _ -> server.eject(false);
            case BreakerTurned(var _, var to) -> server.turn(to);
            case Ejected _, Readmitted _ -> {
                // the check that brought it about carried the health after it
            }
            case Joined _, Left _ -> {
                // these are for the pool
            }
        }
    }

    private void ifKnown(ServerId id, Consumer<FoldedServer> what) {
        var server = servers.get(id);
        if (server != null) {
            what.accept(server);
        }
    }

    /** Applies what a request let happen to one of them, whoever it is. */
    void apply(OfRequest life) {
        switch (life) {
            case Accepted(long _, var id, int woken) -> ifKnown(id, server -> server.wake(woken));
            case LookedUp(long _, var id, var found) -> ifKnown(id, server -> server.look(found));
            default -> {
                // it is counted where the request is
            }
        }
    }

    /** Applies what the cache of one of them asked of the origin. */
    void apply(OfOrigin change) {
        var server = servers.get(change.server());
        if (server != null) {
            server.ask(change);
        }
    }

    private void join(ServerId id, String address, Scenario scenario) {
        var spec = scenario.server(id).orElseGet(() -> ServerSpec.named(id.name()));
        var known = servers.get(id);
        if (known == null) {
            servers.put(id, new FoldedServer(spec, address, unchecked(scenario)));
        } else {
            known.join(spec, address, unchecked(scenario));
        }
    }

    /** The world is set up otherwise. */
    void order(Scenario before, Scenario after) {
        for (var spec : after.servers()) {
            var server = servers.get(spec.id());
            if (server != null) {
                server.order(spec);
            }
        }
        if (Difference.forgetsHealth(before.checks(), after.checks())) {
            servers.values().forEach(s -> s.trust(unchecked(after)));
        }
    }

    private static Health unchecked(Scenario scenario) {
        return Health.unchecked(scenario.checks().rise(), scenario.checks().fall());
    }

    void forgetInFlight() {
        servers.values().forEach(FoldedServer::forgetInFlight);
    }
}
