package ringside.engine.nginx;

import ringside.engine.Attempt;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.Ticks;
import ringside.engine.Trail;

/** What nginx's methods have in common: they share what is remembered of servers, and differ in how one is found. */
abstract sealed class Upstream implements Policy permits RoundRobin, LeastConnections, Naming {
    private final Peers peers = new Peers();
    private final Ticks ticks;

    Upstream(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Finds a server for one attempt; there is a primary at least. */
    abstract Pick find(Visit visit);

    final Peers peers() {
        return peers;
    }

    @Override
    public void use(Pool pool) {
        peers.use(pool);
    }

    @Override
    public final Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        return pick(new Trail(request, peers.pool()), candidates, loads, detail);
    }

    @Override
    public final Pick pick(Trail trail, Candidates up, Loads loads, Detail detail) {
        var visit = new Visit(peers, trail, trail.untried(up), loads, ticks.seconds(), detail);
        if (peers.pool().size() == 0) {
            return visit.nobody();
        }
        return peers.single() ? visit.chooseOnly() : find(visit);
    }

    @Override
    public final void settled(Attempt attempt) {
        peers.settled(attempt, ticks.seconds());
    }
}
