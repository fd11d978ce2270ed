package ringside.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.world.Scenario;

/** What a scenario may ask for that happens in virtual time alone: a live world says so, and takes no orders for it. */
final class VirtualOnly {
    private static final String CACHES =
            "caches on servers are for simulated worlds: here each server does its own work for every request";
    private static final String PROCESSES =
            "processes that wait on one socket are for simulated worlds: here each server is one process";

    private VirtualOnly() {}

    /** What of a scenario does not happen here, a sentence each. */
    static List<String> of(Scenario scenario) {
        var all = new ArrayList<String>();
        scenario.caching().ifPresent(_ -> all.add(CACHES));
        if (scenario.servers().stream().anyMatch(s -> s.processes().isPresent())) {
            all.add(PROCESSES);
        }
        return all;
    }

    /** A scenario without what does not happen here. */
    static Scenario without(Scenario scenario) {
        return scenario.caching(Optional.empty())
                .with(scenario.servers().stream()
                        .map(s -> s.waiting(Optional.empty()))
                        .toList());
    }

    /** Lets an order pass that makes this scenario. @throws IllegalArgumentException when it does not happen here */
    static void check(Scenario after) {
        of(after).stream().findFirst().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }
}
