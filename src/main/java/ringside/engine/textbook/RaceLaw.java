package ringside.engine.textbook;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;
import ringside.engine.ServerId;

/** How many keys a change of weights or membership moves when servers race for each key at rates that are their weights. */
final class RaceLaw implements RemapLaw {
    /*
     * Server i wins before and after if every other server j takes longer than i by max(w_j / w_i, v_j / v_i), where w
     * are the weights before and v those after; 0 for who is not there. The times being exponential, that has the chance
     * 1 / sum over all j of that maximum, i itself being 1 of it. With servers in order of v / w, the maximum is the
     * first quotient for those up to i and the second for those behind, so running sums do.
     */
    private record Rates(double before, double after) {
        double growth() {
            return after / before;
        }
    }

    @Override
    public double moves(Pool before, Pool after) {
        var rates = Stream.concat(ids(before), ids(after))
                .distinct()
                .map(id -> new Rates(rate(id, before), rate(id, after)))
                .sorted(Comparator.comparingDouble(Rates::growth))
                .toList();
        double upTo = 0;
        double beyond = sum(rates.stream(), Rates::after);
        double stays = 0;
        for (var own : rates) {
            upTo += own.before();
            beyond -= own.after();
            if (own.before() > 0 && own.after() > 0) {
                stays += 1 / (upTo / own.before() + beyond / own.after());
            }
        }
        return rates.isEmpty() ? 0 : 1 - stays;
    }

    private static double sum(Stream<Rates> rates, ToDoubleFunction<Rates> which) {
        return rates.mapToDouble(which).sum();
    }

    private static Stream<ServerId> ids(Pool pool) {
        return pool.members().stream().filter(Member::open).map(Member::id);
    }

    private static double rate(ServerId id, Pool pool) {
        return pool.placeOf(id).stream()
                .mapToObj(pool::at)
                .filter(Member::open)
                .mapToInt(Member::weight)
                .sum();
    }
}
