package ringside.world;

import java.util.List;
import java.util.Optional;
import ringside.engine.Health;
import ringside.engine.ServerId;

/**
 * One server at one instant.
 *
 * @param spec how it was ordered
 * @param address where it can be reached, or {@code simulated}
 * @param health what its checks say; unchecked when nothing checks it
 * @param draining whether it is leaving
 * @param ejected whether failing requests took it out for a while
 * @param breaker what its breaker does; closed when it has none
 * @param inFlight requests routed to it that have not ended
 * @param queued how many of those wait for a worker
 * @param chosen how often it was chosen since it joined
 * @param answered how many requests it answered since it joined
 * @param failed how many attempts failed at it since it joined
 * @param looks what looks into its cache came to
 * @param lastLooks what the last of them came to
 * @param origin what its cache asked of the origin
 * @param wakes how its processes were woken for connections
 * @param probing when the check set out that is on its way, in nanoseconds, if one is
 * @param probes its last checks, newest first, 20 at most
 */
public record ServerState(
        ServerSpec spec,
        String address,
        Health health,
        boolean draining,
        boolean ejected,
        Happening.Breaker breaker,
        int inFlight,
        int queued,
        long chosen,
        long answered,
        long failed,
        Looks looks,
        LastLooks lastLooks,
        OriginLoad origin,
        Wakes wakes,
        Optional<Long> probing,
        List<Probe> probes) {
    /**
     * One check that ended.
     *
     * @param nanos when it ended
     * @param kind what it did
     * @param passed whether it was good
     * @param told what came back, in a few words
     * @param tookNanos how long it took
     */
    public record Probe(long nanos, Checks.Kind kind, boolean passed, String told, long tookNanos) {}

    /** Its name. */
    public ServerId id() {
        return spec.id();
    }

    /** Whether it may be given new requests. */
    public boolean open() {
        return !draining && !ejected && health.up() && breaker != Happening.Breaker.OPEN;
    }
}
