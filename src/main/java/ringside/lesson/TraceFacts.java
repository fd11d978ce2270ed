package ringside.lesson;

import java.util.List;
import java.util.function.BiFunction;
import ringside.engine.ServerId;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of the order in which servers were chosen. */
final class TraceFacts {
    private static final String NOBODY = "nobody";

    static final List<Fact> ALL = List.of(
            ofNumber(
                    "trace",
                    "the servers of the last so many choices, in order",
                    (m, n) -> m.watch().trace().last(n)),
            ofNumber(
                    "choice",
                    "the server that was chosen so many choices after the beginning",
                    (m, n) -> m.watch().trace().at(n).map(ServerId::name).orElse(NOBODY)),
            Fact.text("latest", "the server that was chosen last", m -> {
                var last = m.watch().trace().last(1);
                return last.isEmpty() ? NOBODY : last;
            }));

    private TraceFacts() {}

    private static Fact ofNumber(String name, String sentence, BiFunction<Moment, Integer, String> found) {
        return new Fact(
                new Signature(name, List.of(Parameter.NUMBER), Value.Kind.TEXT, sentence),
                (m, a) -> Value.of(found.apply(m, (int) Math.clamp(a.getFirst().number(), 0, 1e6))));
    }
}
