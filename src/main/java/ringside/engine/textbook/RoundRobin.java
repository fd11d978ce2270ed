package ringside.engine.textbook;

import java.util.stream.IntStream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Reason;
import ringside.engine.Request;

/** Gives each server one request in turn. */
public final class RoundRobin implements Policy {
    /*
     * The fairest rule when requests cost the same and servers are alike, and the one every balancer starts with. It
     * looks at nothing: not at weights, not at load. That is the trap: a server that is slow, or that got the heavy
     * requests, gets its next one all the same, and its queue grows while others stand idle.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY =
            new Policies.Entry("textbook/round-robin", "Gives each server one request in turn.", _ -> new RoundRobin());

    private final Turn turn = new Turn();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        turn.use(other);
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        for (int ahead = 0; ahead < pool.size(); ahead++) {
            int place = turn.ahead(ahead);
            if (candidates.open(place)) {
                var pick = chosen(place, ahead, candidates, detail);
                turn.taken(place);
                return pick;
            }
        }
        return pool.nobody();
    }

    private Pick chosen(int place, int ahead, Candidates candidates, Detail detail) {
        return switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> {
                int number =
                        (int) candidates.placesIn(pool).filter(p -> p <= place).count();
                var skipped =
                        candidates.closedAmong(pool, IntStream.range(0, ahead).map(turn::ahead));
                yield new Pick.Chosen(
                        pool.at(place).id(), new Reason.InTurn(number, candidates.countIn(pool), skipped));
            }
        };
    }
}
