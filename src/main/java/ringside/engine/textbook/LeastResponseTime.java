package ringside.engine.textbook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.engine.Attempt;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Outcome;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Policy;
import ringside.engine.Pool;
import ringside.engine.Request;
import ringside.engine.ServerId;

/** Gives the request to the server whose answers take the least time, times its open requests, over its weight. */
public final class LeastResponseTime implements Policy {
    /*
     * The formula: wait = average * (in flight + 1) / weight, and the least wins; equals take turns. The average is moved
     * by an eighth of the difference at each attempt that ends: average += (took - average) / 8, the first taken as it is,
     * as TCP estimates its round trips (Jacobson 1988, RFC 6298). A server that has not answered yet counts as if it were
     * as fast as the others are in the mean; as long as nobody has, least connections for weight remains.
     *
     * It sees what least connections can't: a server that is slow although little is open there. The traps: a server that
     * fails at once is the fastest of all; and the average of one that is not asked any more never changes, so one bad
     * minute is remembered until the others have become as bad. Peak EWMA forgets.
     */
    private static final double SHARE = 8;

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/least-response-time",
            "Gives the request to the server whose answers take the least time, times its open requests, over its"
                    + " weight.",
            _ -> new LeastResponseTime());

    private final Map<ServerId, Double> averages = new HashMap<>();
    private final Turn turn = new Turn();
    private Pool pool = Pool.EMPTY;

    @Override
    public void use(Pool other) {
        averages.keySet().removeIf(id -> other.placeOf(id).isEmpty());
        turn.use(other);
        pool = other;
    }

    /** {@inheritDoc} Every time counts, whatever the outcome, but that of an attempt which was called off. */
    @Override
    public void settled(Attempt attempt) {
        if (!(attempt.outcome() instanceof Outcome.Abandoned)
                && pool.placeOf(attempt.server()).isPresent()) {
            averages.merge(
                    attempt.server(),
                    (double) attempt.tookNanos(),
                    (average, sample) -> average + (sample - average) / SHARE);
        }
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        double usual = usual(candidates);
        double least = 0;
        int winner = 0;
        int tied = 0;
        for (int ahead = 0; ahead < pool.size(); ahead++) {
            int place = turn.ahead(ahead);
            if (!candidates.open(place)) {
                continue;
            }
            double wait = wait(place, usual, loads);
            if (tied == 0 || wait < least) {
                least = wait;
                winner = place;
                tied = 0;
            }
            tied += wait == least ? 1 : 0;
        }
        return tied == 0 ? pool.nobody() : chosen(winner, tied, candidates, loads, detail);
    }

    /** What a server counts with that has not answered yet: the mean of the candidates that have, 1 if none has. */
    private double usual(Candidates candidates) {
        double sum = 0;
        int known = 0;
        for (int place = 0; place < pool.size(); place++) {
            var id = pool.at(place).id();
            if (candidates.open(place) && averages.containsKey(id)) {
                sum += averages.getOrDefault(id, 0.0);
                known++;
            }
        }
        return known == 0 ? 1 : sum / known;
    }

    private double wait(int place, double usual, Loads loads) {
        var member = pool.at(place);
        return averages.getOrDefault(member.id(), usual) * (loads.inFlight(place) + 1.0) / member.weight();
    }

    private Pick chosen(int place, int tied, Candidates candidates, Loads loads, Detail detail) {
        var pick = switch (detail) {
            case PLAIN -> pool.chosen(place);
            case REASONED -> {
                var waits = waitsOf(candidates, loads);
                yield new Pick.Chosen(pool.at(place).id(), new TextbookReason.ShortestWait(waits, tied));
            }
        };
        turn.taken(place);
        return pick;
    }

    private List<TextbookReason.Wait> waitsOf(Candidates candidates, Loads loads) {
        double usual = usual(candidates);
        return candidates
                .placesIn(pool)
                .mapToObj(place -> new TextbookReason.Wait(
                        pool.at(place).id(),
                        Optional.ofNullable(averages.get(pool.at(place).id()))
                                .map(nanos -> Duration.ofNanos(Math.round(nanos))),
                        loads.inFlight(place),
                        pool.at(place).weight(),
                        wait(place, usual, loads)))
                .toList();
    }
}
