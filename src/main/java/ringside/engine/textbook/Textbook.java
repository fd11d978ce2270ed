package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Policies;

/** The textbook's policies in the order they are taught. */
public final class Textbook {
    /** The entries of the catalogue. */
    public static final List<Policies.Entry> ENTRIES = List.of(
            RoundRobin.ENTRY,
            WeightedRoundRobin.ENTRY,
            SmoothWeightedRoundRobin.ENTRY,
            Random.ENTRY,
            LeastConnections.ENTRY,
            WeightedLeastConnections.ENTRY,
            TwoChoices.ENTRY,
            LeastResponseTime.ENTRY,
            PeakEwma.ENTRY,
            IpHash.ENTRY,
            ModN.ENTRY,
            Md5Ring.ENTRY,
            VirtualNodeRing.ENTRY,
            BoundedLoadRing.ENTRY,
            Ketama.ENTRY,
            Rendezvous.ENTRY,
            Jump.ENTRY,
            Maglev.ENTRY);

    private Textbook() {}
}
