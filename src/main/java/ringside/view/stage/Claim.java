package ringside.view.stage;

import java.util.List;
import ringside.engine.ServerId;

/**
 * What a server in the hand would take from the ring, or give back to it.
 *
 * @param server whose points they are
 * @param points where they lie
 * @param changes which arcs would change hands
 */
record Claim(ServerId server, Turns points, List<Arc.Change> changes) {
    /** What lies between a ring and how it would be. */
    static Claim of(ServerId server, RingScene before, RingScene after) {
        var here = before.pointsOf(server);
        var points = here.size() > 0 ? here : after.pointsOf(server);
        return new Claim(server, points, Arc.changes(before.arcs(), after.arcs()));
    }
}
