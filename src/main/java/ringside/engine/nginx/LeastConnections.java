package ringside.engine.nginx;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Reason;
import ringside.engine.Ticks;

/** Gives the request to the server with the fewest requests in flight for its weight; equals take smooth turns. */
public final class LeastConnections extends Upstream {
    /*
     * nginx's least_conn (ngx_http_upstream_least_conn_module.c). Requests in flight over weight, compared as whole
     * numbers by cross multiplication; equals take one step of smooth weighted round robin among themselves only, so the
     * current weights of the others stand still. What is counted is what this worker process has in flight: with eight
     * workers each sees an eighth.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "nginx/least-conn",
            "Gives the request to the server with the fewest requests in flight for its weight; equals take smooth"
                    + " turns.",
            (_, ticks, _) -> new LeastConnections(ticks));

    /** Least connections by this clock. */
    public LeastConnections(Ticks ticks) {
        super(ticks);
    }

    @Override
    Pick find(Visit visit) {
        return visit.choose(peers -> Least.among(peers, visit));
    }

    private record Least(Peer winner, List<Peer> among, Optional<SmoothTurn> turn, Visit visit) implements Found {
        static Least among(List<Peer> peers, Visit visit) {
            Comparator<Peer> byLoad = (one, other) -> Long.compare(
                    (long) visit.inFlight(one) * other.weight(), (long) visit.inFlight(other) * one.weight());
            var least = Collections.min(peers, byLoad);
            var equals = peers.stream()
                    .filter(peer -> byLoad.compare(peer, least) == 0)
                    .toList();
            if (equals.size() == 1) {
                return new Least(least, peers, Optional.empty(), visit);
            }
            var turn = SmoothTurn.among(equals, visit.detail());
            return new Least(turn.winner(), peers, Optional.of(turn), visit);
        }

        @Override
        public Reason why() {
            return new Reason.FewestForWeight(among.stream().map(visit::busy).toList(), turn.map(SmoothTurn::why));
        }
    }
}
