package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;

/** Gives the request to the server with the fewest requests in flight; equals take turns. */
public final class LeastConnections implements Policy {
    /*
     * "Join the shortest queue" (Winston 1977 shows it optimal for equal servers and exponential work). It finds out by
     * itself who is slow: a slow server finishes less, holds more, and is asked less.
     *
     * Two traps. Without turns among equals the first in the list gets every request of a quiet day. And the rule trusts
     * that an answer was work: a server that fails at once is never busy, and draws all the traffic to itself.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/least-connections",
            "Gives the request to the server with the fewest requests in flight; equals take turns.",
            _ -> new LeastConnections());

    private final Turn turn = new Turn();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        turn.use(other);
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int fewest = Integer.MAX_VALUE;
        int winner = 0;
        int tied = 0;
        for (int ahead = 0; ahead < pool.size(); ahead++) {
            int place = turn.ahead(ahead);
            if (!candidates.open(place)) {
                continue;
            }
            int load = loads.inFlight(place);
            if (load < fewest) {
                fewest = load;
                winner = place;
                tied = 0;
            }
            tied += load == fewest ? 1 : 0;
        }
        return tied == 0 ? pool.nobody() : chosen(winner, tied, candidates, loads, detail);
    }

    private Pick chosen(int place, int tied, Candidates candidates, Loads loads, Detail detail) {
        turn.taken(place);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED ->
                new Pick.Chosen(pool.at(place).id(), new Reason.FewestInFlight(loadsOf(candidates, loads), tied));
        };
    }

    private List<Reason.Load> loadsOf(Candidates candidates, Loads loads) {
        return candidates
                .placesIn(pool)
                .mapToObj(p -> new Reason.Load(pool.at(p).id(), loads.inFlight(p)))
                .toList();
    }
}
