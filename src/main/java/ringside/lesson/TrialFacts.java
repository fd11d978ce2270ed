package ringside.lesson;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import ringside.engine.ServerId;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Signature.Parameter;
import ringside.lesson.expression.Value;
import ringside.world.RunFigures;
import ringside.world.ServerFigures;

/** Facts of trials, and of figures that were kept. */
final class TrialFacts {
    private static final double NANOS_A_MILLI = 1e6;

    static final List<Fact> ALL = List.of(
            new Fact(
                    new Signature(
                            "kept",
                            List.of(Parameter.KEPT),
                            Value.Kind.NUMBER,
                            "a figure that was kept; 0 before that"),
                    (m, a) -> Value.of(m.findings().figure(word(a.getFirst())).orElse(0))),
            new Fact(
                    new Signature("tried", List.of(Parameter.WAY), Value.Kind.TRUTH, "whether this way was tried"),
                    (m, a) -> Value.of(m.findings().way(word(a.getFirst())).isPresent())),
            way("requests", "requests that came on this way", f -> f.totals().arrived()),
            way("answered", "those that were answered", f -> f.totals().answered()),
            way("failed", "those that failed", f -> f.totals().failed()),
            way("timed_out", "those that ran out of time", f -> f.totals().timedOut()),
            way("refused", "those that were refused", f -> f.totals().refused()),
            way("dropped", "those that ended without an answer", RunFigures::dropped),
            way("dropped_share", "the same as a share of all, 0 to 1", TrialFacts::droppedShare),
            way(
                    "mean",
                    "average milliseconds of all that ended",
                    f -> millis(f.all().meanNanos())),
            way(
                    "p50",
                    "milliseconds that half did not exceed",
                    f -> millis(f.all().p50Nanos())),
            way(
                    "p90",
                    "milliseconds that 90 % did not exceed",
                    f -> millis(f.all().p90Nanos())),
            way(
                    "p99",
                    "milliseconds that 99 % did not exceed",
                    f -> millis(f.all().p99Nanos())),
            way("max", "milliseconds of the slowest", f -> millis(f.all().maxNanos())),
            way(
                    "hit_ratio",
                    "share of looks into caches that found something, 0 to 1",
                    f -> f.looks().hitRatio()),
            way(
                    "origin",
                    "calls of the origin behind the caches",
                    f -> f.origin().asked()),
            way("amplification", "calls of the origin for each request", TrialFacts::amplification),
            way(
                    "moved_share",
                    "share of keys that the last change of the pool moved, 0 to 1",
                    f -> f.remaps().isEmpty() ? 0 : f.remaps().getLast().fraction()),
            server("chosen", "how often it was chosen", (t, s) -> server(t, s, ServerFigures::requests)),
            server("share", "the same as a share of all, 0 to 1", (t, s) -> server(t, s, ServerFigures::share)),
            server(
                    "mean_at",
                    "average milliseconds of its requests",
                    (t, s) -> t.of(s).meanMillis()),
            server(
                    "p99_at",
                    "milliseconds that 99 % of them did not exceed",
                    (t, s) -> t.of(s).millis(0.99)));

    private TrialFacts() {}

    private static double droppedShare(RunFigures figures) {
        long all = figures.totals().arrived();
        return all == 0 ? 0 : (double) figures.dropped() / all;
    }

    private static double amplification(RunFigures figures) {
        long all = figures.totals().arrived();
        return all == 0 ? 0 : (double) figures.origin().asked() / all;
    }

    private static double millis(long nanos) {
        double millis = nanos / NANOS_A_MILLI;
        return millis < 10 ? millis : Math.rint(millis);
    }

    private static double server(Tried tried, ServerId id, ToDoubleFunction<ServerFigures> figure) {
        return tried.figures().servers().stream()
                .filter(s -> s.server().equals(id))
                .mapToDouble(figure)
                .findFirst()
                .orElse(0);
    }

    private static Fact way(String name, String sentence, ToDoubleFunction<RunFigures> figure) {
        var signature = new Signature("tried." + name, List.of(Parameter.WAY), Value.Kind.NUMBER, sentence);
        return new Fact(
                signature,
                (m, a) -> Value.of(m.findings()
                        .way(word(a.getFirst()))
                        .map(t -> figure.applyAsDouble(t.figures()))
                        .orElse(0.0)));
    }

    private static Fact server(String name, String sentence, ToDoubleBiFunction<Tried, ServerId> figure) {
        var signature =
                new Signature("tried." + name, List.of(Parameter.WAY, Parameter.SERVER), Value.Kind.NUMBER, sentence);
        return new Fact(
                signature,
                (m, a) -> Value.of(m.findings()
                        .way(word(a.getFirst()))
                        .map(t -> figure.applyAsDouble(t, new ServerId(word(a.get(1)))))
                        .orElse(0.0)));
    }

    static String word(Value value) {
        return value instanceof Value.Text(var text) ? text : value.toString();
    }
}
