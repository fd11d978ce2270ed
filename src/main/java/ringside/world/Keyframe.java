package ringside.world;

import java.util.List;
import java.util.Optional;
import ringside.engine.Ledger;

/**
 * A picture without its requests, to which events can be applied again.
 *
 * @param nanos the instant
 * @param sequence the sequence number of the next event
 * @param servers all there are, in the order in which they joined
 */
record Keyframe(
        long nanos,
        long sequence,
        Scenario scenario,
        List<ServerState> servers,
        Snapshot.Totals totals,
        Snapshot.Legs legs,
        OriginLoad origin,
        List<Second> seconds,
        Optional<Ledger> remap) {}
