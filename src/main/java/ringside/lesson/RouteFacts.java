package ringside.lesson;

import java.util.List;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of routes: which pool requests reached since the last command. */
final class RouteFacts {
    static final List<Fact> ALL = List.of(
            new Fact(
                    new Signature(
                            "reached",
                            List.of(Parameter.POOL, Parameter.PATH),
                            Value.Kind.NUMBER,
                            "requests for a path, or under it, that reached a pool since the last command"),
                    (m, a) -> Value.of(m.watch().paths().reached(Fact.text(a.getFirst()), Fact.text(a.getLast())))),
            new Fact(
                    new Signature(
                            "reached_pool",
                            List.of(Parameter.POOL),
                            Value.Kind.NUMBER,
                            "requests that reached a pool since then"),
                    (m, a) -> Value.of(m.watch().paths().reached(Fact.text(a.getFirst())))),
            Fact.number(
                    "routes",
                    "how many routes there are",
                    m -> m.scenario().handling().routes().size()),
            Fact.number(
                    "unopened",
                    "connections since then that nobody looked into",
                    m -> m.watch().paths().unopened()));

    private RouteFacts() {}
}
