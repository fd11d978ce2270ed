package ringside.net;

import java.util.Optional;
import ringside.world.Scenario;

/** What a scenario may ask for that happens in virtual time alone: a live world says so, and takes no orders for it. */
final class VirtualOnly {
    private static final String CACHES =
            "caches on servers are for simulated worlds: here each server does its own work for every request";

    private VirtualOnly() {}

    /** What of a scenario does not happen here, as one sentence; empty when all of it does. */
    static Optional<String> notice(Scenario scenario) {
        return scenario.caching().map(_ -> CACHES);
    }

    /** A scenario without what does not happen here. */
    static Scenario without(Scenario scenario) {
        return scenario.caching(Optional.empty());
    }

    /** Lets a change pass. @throws IllegalArgumentException when it asks for what does not happen here */
    static void check(Scenario after) {
        if (after.caching().isPresent()) {
            throw new IllegalArgumentException(CACHES);
        }
    }
}
