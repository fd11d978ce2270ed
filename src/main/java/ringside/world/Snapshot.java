package ringside.world;

import java.util.List;
import java.util.Optional;
import ringside.engine.Ledger;
import ringside.engine.ServerId;

/**
 * Everything that can be seen of a world at one instant; never changes.
 *
 * @param nanos the instant, in nanoseconds since the world began
 * @param sequence the sequence number of the next event: those before it are in the picture
 * @param scenario how the world was set up then
 * @param servers members of the pool in order, then those that are draining
 * @param requests requests in flight and the last that ended, in order of arrival
 * @param outside the last requests that somebody else made, in order of arrival
 * @param totals what was counted since the beginning
 * @param legs what connections on either side of the balancer did since the beginning
 * @param origin what the servers' caches asked of the origin behind them
 * @param seconds the last 60 seconds, oldest first; the last one is still going on
 * @param remap the last ledger, if keys ever changed owner
 * @param decision the last routing decision, if there was one
 */
public record Snapshot(
        long nanos,
        long sequence,
        Scenario scenario,
        List<ServerState> servers,
        List<RequestState> requests,
        List<RequestState> outside,
        Totals totals,
        Legs legs,
        OriginLoad origin,
        List<Second> seconds,
        Optional<Ledger> remap,
        Optional<Happening.Routed> decision) {

    /** What was counted since the beginning, in requests; {@code missed} in events. */
    public record Totals(
            long arrived, long answered, long failed, long timedOut, long refused, long retried, long missed) {
        /** Nothing yet. */
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
    }

    /** The connections on either side of the balancer. */
    public record Legs(Leg client, Leg server) {
        /** Nothing yet. */
        public static final Legs NONE = new Legs(Leg.NONE, Leg.NONE);
    }

    /**
     * The connections on one side of the balancer; bytes are counted when their connection has ended.
     *
     * @param opened how many were made
     * @param closed how many of them have ended
     * @param handshakes how often keys were agreed on
     * @param resumed how many of those went on with an earlier session
     * @param handshakeNanos how long they took in all
     * @param resumedNanos how long those took that went on with an earlier session
     * @param workNanos how much of all that our ends worked, rather than waited
     * @param clear bytes that went unencrypted, both ways
     * @param encrypted bytes that went encrypted, both ways
     */
    public record Leg(
            long opened,
            long closed,
            long handshakes,
            long resumed,
            long handshakeNanos,
            long resumedNanos,
            long workNanos,
            long clear,
            long encrypted) {
        /** Nothing yet. */
        public static final Leg NONE = new Leg(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** How many are open. */
        public long open() {
            return opened - closed;
        }

        /** How long a handshake takes on average that goes on with no earlier session; 0 when there was none. */
        public long meanFullNanos() {
            return mean(handshakeNanos - resumedNanos, handshakes - resumed);
        }

        /** How long a handshake takes on average that goes on with an earlier session; 0 when there was none. */
        public long meanResumedNanos() {
            return mean(resumedNanos, resumed);
        }

        /** How long our end works on a handshake on average; 0 when there was none. */
        public long meanWorkNanos() {
            return mean(workNanos, handshakes);
        }

        private static long mean(long sum, long count) {
            return count == 0 ? 0 : sum / count;
        }
    }

    /** What looks into the caches of the servers came to, of those that are still there. */
    public Looks looks() {
        return servers.stream().map(ServerState::looks).reduce(Looks.NONE, Looks::plus);
    }

    /** The server with this name, in the pool or draining. */
    public Optional<ServerState> server(ServerId id) {
        return servers.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The request with this number, if it is still in the picture. */
    public Optional<RequestState> request(long id) {
        return requests.stream()
                .filter(r -> r.id() == id)
                .findFirst()
                .or(() -> outside.stream().filter(r -> r.id() == id).findFirst());
    }
}
