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

/** Gives each server turns in proportion to its weight, spread as evenly as can be. */
public final class SmoothWeightedRoundRobin implements Policy {
    /*
     * nginx's rule (Igor Sysoev's, upstream round robin since 1.3.1): at each pick every candidate's score grows by its
     * weight, the highest score wins, the first of equals, and the winner pays the sum of the weights. Weights 5, 1, 1
     * give A A B A C A A. The naive way gives A A A A A B C: five in a row on one server, which is just the burst that
     * weights were to prevent. The sequence repeats after (sum of weights) / (their greatest common divisor) picks.
     *
     * The scores belong to the servers, not to their places: who stays keeps its score when others come and go, and one
     * that is down neither gains nor pays.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/smooth-weighted-round-robin",
            "Gives each server turns in proportion to its weight, spread as evenly as can be.",
            _ -> new SmoothWeightedRoundRobin());

    private Pool pool = Pool.EMPTY;
    private int[] scores = {};

    @Override
    public void use(Pool other) {
        var kept = new int[other.size()];
        for (int place = 0; place < scores.length; place++) {
            int score = scores[place];
            other.placeOf(pool.at(place).id()).ifPresent(now -> kept[now] = score);
        }
        scores = kept;
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        int highest = Integer.MIN_VALUE;
        int winner = 0;
        int total = 0;
        for (int place = 0; place < scores.length; place++) {
            if (!candidates.open(place)) {
                continue;
            }
            int weight = pool.at(place).weight();
            scores[place] += weight;
            total += weight;
            if (scores[place] > highest) {
                highest = scores[place];
                winner = place;
            }
        }
        return total == 0 ? pool.nobody() : chosen(winner, total, candidates, detail);
    }

    private Pick chosen(int winner, int total, Candidates candidates, Detail detail) {
        scores[winner] -= total;
        return switch (detail) {
            case PLAIN -> pool.chosen(winner);
            case REASONED ->
                new Pick.Chosen(
                        pool.at(winner).id(), new Reason.HighestScore(scoresOf(winner, total, candidates), total));
        };
    }

    private List<Reason.Score> scoresOf(int winner, int total, Candidates candidates) {
        return candidates
                .placesIn(pool)
                .mapToObj(p -> new Reason.Score(
                        pool.at(p).id(), pool.at(p).weight(), scores[p] + (p == winner ? total : 0), scores[p]))
                .toList();
    }
}
