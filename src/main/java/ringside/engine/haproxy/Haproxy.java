package ringside.engine.haproxy;

import java.util.List;
import ringside.engine.Policies;

/** HAProxy's policies. */
public final class Haproxy {
    /** One line a policy. */
    public static final List<Policies.Entry> ENTRIES = List.of(
            RoundRobin.ENTRY,
            StaticRoundRobin.ENTRY,
            LeastConnections.ENTRY,
            First.ENTRY,
            SourceHash.ENTRY,
            UriHash.ENTRY,
            HeaderHash.ENTRY,
            ParameterHash.ENTRY,
            Random.ENTRY);

    private Haproxy() {}
}
