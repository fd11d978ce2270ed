package ringside.world;

import java.util.List;

/**
 * What was counted in a run; never changes.
 *
 * @param nanos how long it was, in nanoseconds
 * @param totals how many requests there were and what became of them
 * @param all how long requests took that ended: one that failed, until it did; one that timed out, its timeout
 * @param answered how long those took that were answered. That leaves out the worst, so it can look better the more are lost.
 * @param servers what each server did, in the order in which they joined
 * @param clients how the first clients fared, in the order in which they came
 * @param others how all other clients fared, as if they were one
 * @param origin what the servers' caches asked of the origin behind them
 * @param remaps the first changes of owners, in order
 * @param remapped how many changes of owners there were
 */
public record RunFigures(
        long nanos,
        Snapshot.Totals totals,
        LatencyFigures all,
        LatencyFigures answered,
        List<ServerFigures> servers,
        List<ClientFigures> clients,
        ClientFigures others,
        OriginLoad origin,
        List<RemapFigures> remaps,
        long remapped) {
    /** The requests that ended without the answer they asked for: timed out, failed or refused. */
    public long dropped() {
        return totals.timedOut() + totals.failed() + totals.refused();
    }

    /** What looks into the caches of all servers came to. */
    public Looks looks() {
        return servers.stream().map(ServerFigures::looks).reduce(Looks.NONE, Looks::plus);
    }

    /** The requests that had not ended. */
    public long open() {
        return totals.arrived() - totals.answered() - dropped();
    }
}
