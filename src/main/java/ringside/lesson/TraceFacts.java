package ringside.lesson;

import java.util.List;
import java.util.function.BiFunction;
import ringside.engine.ServerId;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of the order in which servers were chosen. */
final class TraceFacts {
    private static final double FURTHEST = 1e6;

    static final List<Fact> ALL = List.of(
            of(
                    "sequence",
                    "the first servers chosen since the last command, as text with blanks",
                    (m, count) -> m.watch().trace().first(count)),
            of(
                    "trace",
                    "the last servers chosen, oldest first, as text with blanks",
                    (m, count) -> m.watch().trace().last(count)),
            of(
                    "choice",
                    "the server that was chosen so many choices after the beginning",
                    (m, n) -> m.watch().trace().at(n).map(ServerId::name).orElse(Owners.NOBODY)),
            Fact.text("latest_server", "the server that was chosen last", m -> {
                var last = m.watch().trace().last(1);
                return last.isEmpty() ? Owners.NOBODY : last;
            }));

    private TraceFacts() {}

    private static Fact of(String name, String sentence, BiFunction<Moment, Integer, String> found) {
        return new Fact(
                new Signature(name, List.of(Parameter.NUMBER), Value.Kind.TEXT, sentence),
                (m, a) -> Value.of(found.apply(m, (int) Math.clamp(a.getFirst().number(), 0, FURTHEST))));
    }
}
