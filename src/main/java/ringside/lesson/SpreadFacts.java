package ringside.lesson;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import ringside.engine.PolicyChoice;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of how evenly a ring is divided among its servers. */
final class SpreadFacts {
    /*
     * The n·V points of a ring cut it into as many arcs, alike in law. A server has V of them, so its share follows
     * Beta(V, (n - 1)·V), whose deviation is sqrt((n - 1) / (n·V + 1)) times its mean.
     */
    static final List<Fact> ALL = List.of(
            Fact.number(
                    "points",
                    "how many points the ring has, of all servers together",
                    m -> m.owners().points()),
            Fact.number(
                    "spread",
                    "by how much of the fair share servers stray from it (standard deviation), 0 when all are equal",
                    m -> spread(m.owners().shares())),
            Fact.number("spread.law", "the same as theory expects of so many points", m -> law(m.owners())),
            with("spread", "the spread of textbook/ring with so many points a server", o -> spread(o.shares())),
            with("spread.law", "the same as theory expects", SpreadFacts::law),
            Fact.number(
                    "largest_share",
                    "the largest share of the ring that a server owns, 0 to 1",
                    m -> m.owners().shares().stream().mapToDouble(s -> s).max().orElse(0)),
            Fact.number(
                    "smallest_share",
                    "the smallest share of the ring that a server owns, 0 to 1",
                    m -> m.owners().shares().stream().mapToDouble(s -> s).min().orElse(0)));

    private SpreadFacts() {}

    private static Fact with(String name, String sentence, ToDoubleFunction<Owners> found) {
        return new Fact(
                new Signature(name, List.of(Parameter.NUMBER), Value.Kind.NUMBER, sentence),
                (m, a) -> Value.of(found.applyAsDouble(ring(m, a.getFirst()))));
    }

    private static Owners ring(Moment moment, Value points) {
        int each = points instanceof Value.Amount(var n) ? (int) Math.clamp(Math.rint(n), 1, 1000) : 1;
        return Owners.of(
                moment.scenario().with(new PolicyChoice("textbook/ring", Map.of("points", String.valueOf(each)))));
    }

    private static double spread(Collection<Double> shares) {
        double fair = shares.stream().mapToDouble(s -> s).average().orElse(0);
        double square = shares.stream()
                .mapToDouble(s -> (s - fair) * (s - fair))
                .average()
                .orElse(0);
        return fair == 0 ? 0 : Math.sqrt(square) / fair;
    }

    private static double law(Owners owners) {
        int servers = owners.shares().size();
        return servers == 0 ? 0 : Math.sqrt((servers - 1.0) / (owners.points() + 1.0));
    }
}
