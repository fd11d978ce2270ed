package ringside.lesson;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.engine.ServerId;
import ringside.engine.route.NormalPath;
import ringside.engine.route.PathMatch;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** Which pool requests reached since the last command, by what they asked for, and which servers each client reached. */
final class Paths {
    private static final int MOST = 10_000;

    private final Map<Long, Happening.Arrived> underWay = new HashMap<>();
    private final Map<Reached, Integer> counts = new HashMap<>();
    private final Map<String, Set<ServerId>> servers = new HashMap<>();
    private int unopened;

    private record Reached(String pool, String path) {}

    void read(Happening.OfRequest what, Optional<Scenario> scenario) {
        switch (what) {
            case Happening.Arrived arrived -> {
                underWay.put(arrived.request(), arrived);
                unopened += arrived.unopened() ? 1 : 0;
            }
            case Happening.Routed(long request, var server, int _, var _) ->
                Optional.ofNullable(underWay.get(request)).ifPresent(a -> reach(a, server, scenario));
            case Happening.Completed(long request, var _, int _) -> underWay.remove(request);
            case Happening.Failed(long request, var _, int _) -> underWay.remove(request);
            case Happening.Refused(long request, var _, int _) -> underWay.remove(request);
            default -> {}
        }
    }

    private void reach(Happening.Arrived what, ServerId server, Optional<Scenario> scenario) {
        var pool = scenario.flatMap(s -> s.server(server)).map(ServerSpec::pool).orElse(ServerSpec.MAIN);
        var reached = new Reached(pool, NormalPath.of(what.path()));
        if (counts.size() < MOST || counts.containsKey(reached)) {
            counts.merge(reached, 1, Integer::sum);
        }
        if (servers.size() < MOST || servers.containsKey(what.client())) {
            servers.computeIfAbsent(what.client(), _ -> new HashSet<>()).add(server);
        }
    }

    /** How many requests for a path, or for something under it, reached a pool. */
    int reached(String pool, String path) {
        var under = new PathMatch.Under(path);
        return counts.entrySet().stream()
                .filter(c -> c.getKey().pool().equals(pool)
                        && under.matches(c.getKey().path()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many requests reached a pool, whatever they asked for. */
    int reached(String pool) {
        return counts.entrySet().stream()
                .filter(c -> c.getKey().pool().equals(pool))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many connections came that nobody looked into. */
    long unopened() {
        return unopened;
    }

    /** How many clients reached a server. */
    long clientsOf(ServerId server) {
        return servers.values().stream().filter(some -> some.contains(server)).count();
    }

    /** The most servers that one client reached. */
    long mostServers() {
        return servers.values().stream().mapToInt(Set::size).max().orElse(0);
    }
}
