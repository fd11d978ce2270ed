package ringside.engine.textbook;

import java.util.Optional;
import java.util.stream.IntStream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** Gives each server as many requests in a row as its weight, then goes on to the next. */
public final class WeightedRoundRobin implements Policy {
    /*
     * The first thing that comes to mind: weights 3 and 1 give A A A B. In the long run everyone has its share exactly,
     * and it takes one counter.
     *
     * The trap is the run. A heavy server gets its whole share at once, while its queue could have drained between two
     * requests of a sequence that is spread out; with weights 100 and 1 the light one sees nothing, then one request,
     * then nothing for long. Smooth weighted round robin has the same shares without the runs.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/weighted-round-robin",
            "Gives each server as many requests in a row as its weight, then goes on to the next.",
            _ -> new WeightedRoundRobin());

    private final Turn turn = new Turn();
    private Pool pool = Pool.EMPTY;
    private int had;

    @Override
    public void use(Pool other) {
        var before = inTurn();
        turn.use(other);
        pool = other;
        if (!inTurn().equals(before)) {
            had = 0;
        } else if (had > 0 && had >= pool.at(turn.ahead(0)).weight()) {
            endTurn(turn.ahead(0));
        }
    }

    private Optional<ServerId> inTurn() {
        return pool.size() == 0
                ? Optional.empty()
                : Optional.of(pool.at(turn.ahead(0)).id());
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        for (int ahead = 0; ahead < pool.size(); ahead++) {
            int place = turn.ahead(ahead);
            if (candidates.open(place)) {
                return chosen(place, ahead, candidates, detail);
            }
        }
        return pool.nobody();
    }

    private Pick chosen(int place, int ahead, Candidates candidates, Detail detail) {
        int weight = pool.at(place).weight();
        int number = ahead == 0 ? had + 1 : 1;
        var pick = switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> {
                var skipped =
                        candidates.closedAmong(pool, IntStream.range(0, ahead).map(turn::ahead));
                yield new Pick.Chosen(pool.at(place).id(), new TextbookReason.InRow(number, weight, skipped));
            }
        };
        turn.comesTo(place);
        had = number;
        if (had >= weight) {
            endTurn(place);
        }
        return pick;
    }

    private void endTurn(int place) {
        turn.taken(place);
        had = 0;
    }
}
