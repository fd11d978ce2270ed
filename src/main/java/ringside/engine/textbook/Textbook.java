package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Policies;

/** The textbook's policies in the order they are taught. */
public final class Textbook {
    /** The entries of the catalogue. */
    public static final List<Policies.Entry> ENTRIES = List.of(
            RoundRobin.ENTRY,
            SmoothWeightedRoundRobin.ENTRY,
            LeastConnections.ENTRY,
            IpHash.ENTRY,
            ModN.ENTRY,
            Md5Ring.ENTRY,
            VirtualNodeRing.ENTRY);

    private Textbook() {}
}
