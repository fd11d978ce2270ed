package ringside.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.engine.ServerId;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Snapshot;

/**
 * The pools that routes lead to.
 *
 * @param names the main one first, then as servers name them
 * @param numbers which of them each server is in, from 0
 */
record Pools(List<String> names, Map<ServerId, Integer> numbers) {
    /** Those of an instant. */
    static Pools of(Snapshot snapshot) {
        var names = new ArrayList<String>();
        if (snapshot.servers().stream().anyMatch(s -> s.spec().pool().equals(ServerSpec.MAIN))) {
            names.add(ServerSpec.MAIN);
        }
        var numbers = new HashMap<ServerId, Integer>();
        for (var server : snapshot.servers()) {
            String pool = server.spec().pool();
            if (!names.contains(pool)) {
                names.add(pool);
            }
            numbers.put(server.id(), names.indexOf(pool));
        }
        return new Pools(names, numbers);
    }

    /** Those of another instant: the same, as long as the servers are. */
    Pools at(Snapshot other) {
        return holds(other.servers()) ? this : of(other);
    }

    private boolean holds(List<ServerState> servers) {
        return servers.size() == numbers.size()
                && servers.stream().allMatch(s -> {
                    int number = of(s.id());
                    return number >= 0 && names.get(number).equals(s.spec().pool());
                });
    }

    /** Whether there is more than one, so that requests can be told apart by theirs. */
    boolean several() {
        return names.size() > 1;
    }

    /** Which pool a server is in, from 0; -1 for a server that has left. */
    int of(ServerId server) {
        return numbers.getOrDefault(server, -1);
    }
}
