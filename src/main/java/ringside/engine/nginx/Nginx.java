package ringside.engine.nginx;

import java.util.List;
import ringside.engine.Policies;

/** nginx's methods in the order of its documentation. */
public final class Nginx {
    /** The entries of the catalogue. */
    public static final List<Policies.Entry> ENTRIES = List.of(
            RoundRobin.ENTRY,
            LeastConnections.ENTRY,
            IpHash.ENTRY,
            Hash.ENTRY,
            ConsistentHash.ENTRY,
            Random.ENTRY,
            RandomTwo.ENTRY);

    private Nginx() {}
}
