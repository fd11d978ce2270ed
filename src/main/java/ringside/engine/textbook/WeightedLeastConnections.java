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

/** Gives the request to the server with the fewest requests in flight for its weight; equals take turns. */
public final class WeightedLeastConnections implements Policy {
    /*
     * Requests in flight over weight, as the Linux Virtual Server's wlc has it: a server of weight 3 may hold three for
     * every one that a server of weight 1 holds. Compared by cross multiplication, so that nothing is rounded.
     *
     * The trap: nought over anything is nought. On a quiet day all are idle, all are equal, and they take turns as if
     * there were no weights; these show only once there is work. And a weight that is wrong by a factor of two is put
     * right by nothing: plain least connections would have found out by itself.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/weighted-least-connections",
            "Gives the request to the server with the fewest requests in flight for its weight; equals take turns.",
            _ -> new WeightedLeastConnections());

    private final Turn turn = new Turn();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        turn.use(other);
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int winner = 0;
        int tied = 0;
        for (int ahead = 0; ahead < pool.size(); ahead++) {
            int place = turn.ahead(ahead);
            if (!candidates.open(place)) {
                continue;
            }
            int order = tied == 0 ? -1 : compare(place, winner, loads);
            if (order < 0) {
                winner = place;
                tied = 1;
            } else if (order == 0) {
                tied++;
            }
        }
        return tied == 0 ? pool.nobody() : chosen(winner, tied, candidates, loads, detail);
    }

    private int compare(int one, int other, Loads loads) {
        return Long.compare(
                (long) loads.inFlight(one) * pool.at(other).weight(),
                (long) loads.inFlight(other) * pool.at(one).weight());
    }

    private Pick chosen(int place, int tied, Candidates candidates, Loads loads, Detail detail) {
        turn.taken(place);
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED ->
                new Pick.Chosen(
                        pool.at(place).id(), new TextbookReason.LeastForWeight(loadsOf(candidates, loads), tied));
        };
    }

    private List<Reason.Busy> loadsOf(Candidates candidates, Loads loads) {
        return candidates
                .placesIn(pool)
                .mapToObj(p -> new Reason.Busy(
                        pool.at(p).id(), loads.inFlight(p), pool.at(p).weight()))
                .toList();
    }
}
