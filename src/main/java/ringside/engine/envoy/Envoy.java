package ringside.engine.envoy;

import java.util.List;
import ringside.engine.Policies;

/** Envoy's policies. */
public final class Envoy {
    /** One line a policy. */
    public static final List<Policies.Entry> ENTRIES =
            List.of(RoundRobin.ENTRY, LeastRequest.ENTRY, RingHash.ENTRY, Maglev.ENTRY, Random.ENTRY);

    private Envoy() {}
}
