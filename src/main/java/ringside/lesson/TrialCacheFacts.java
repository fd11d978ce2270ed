package ringside.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;

/** Facts of trials about caches, second by second. */
final class TrialCacheFacts {
    static final List<Fact> ALL = List.of(
            way("dip", "share of looks into caches that found something in the worst second", CacheWatch.Part::dip),
            way("waited", "requests that had to wait for the origin", CacheWatch.Part::waited),
            way("stale", "requests that were answered with something too old", CacheWatch.Part::stale),
            way("peak", "the most calls of the origin within one of the last ten seconds", CacheWatch.Part::peak),
            way("together", "the most calls for one key at once from one server", CacheWatch.Part::together));

    private TrialCacheFacts() {}

    private static Fact way(String name, String sentence, ToDoubleFunction<CacheWatch.Part> figure) {
        var signature = new Signature("tried." + name, List.of(Parameter.WAY), Value.Kind.NUMBER, sentence);
        return new Fact(
                signature,
                (m, a) -> Value.of(m.findings()
                        .way(TrialFacts.word(a.getFirst()))
                        .map(t -> figure.applyAsDouble(t.caches()))
                        .orElse(0.0)));
    }
}
