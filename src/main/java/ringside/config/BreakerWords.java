package ringside.config;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.Tripping;

/** When a server that fails is let alone for a while, in a file and in a command. */
final class BreakerWords {
    static final Details DETAILS = Details.leading("after", "failures")
            .one("window")
            .one("at-least")
            .one("open")
            .one("trials");

    private static final Duration USUALLY_OPEN = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(1);
    private static final int USUAL_WINDOW = 20;
    private static final int USUALLY_AT_LEAST = 10;

    private BreakerWords() {}

    static Optional<CircuitBreaker.Rules> read(YamlValue value) {
        return DETAILS.of(value)
                .map(fields -> new CircuitBreaker.Rules(
                        tripping(fields),
                        fields.optional("open")
                                .map(o -> o.duration(LEAST, MOST))
                                .orElse(USUALLY_OPEN),
                        fields.optional("trials")
                                .map(t -> t.whole(1, Tripping.MOST))
                                .orElse(1)));
    }

    private static Tripping tripping(YamlMap fields) {
        var failures = fields.required("failures");
        if (failures.isText()) {
            int percent = failures.percent(1, 100);
            int window = fields.optional("window")
                    .map(w -> w.whole(1, Tripping.MOST))
                    .orElse(USUAL_WINDOW);
            int atLeast =
                    fields.optional("at-least").map(a -> a.whole(1, window)).orElse(Math.min(USUALLY_AT_LEAST, window));
            return new Tripping.Share(percent, atLeast, window);
        }
        for (var name : new String[] {"window", "at-least"}) {
            fields.optional(name).ifPresent(detail -> {
                throw detail.wrong("is for a share of failures only, such as `failures: 50%`; leave it out");
            });
        }
        return new Tripping.InARow(failures.whole(1, Tripping.MOST));
    }

    static String yaml(Optional<CircuitBreaker.Rules> rules) {
        return rules.map(r -> said(r).yaml()).orElse("off");
    }

    static String of(Optional<CircuitBreaker.Rules> rules) {
        return rules.map(r -> said(r).words(DETAILS)).orElse("off");
    }

    private static Said said(CircuitBreaker.Rules rules) {
        var said = switch (rules.tripping()) {
            case Tripping.InARow(int failures) -> new Said().with("failures", failures);
            case Tripping.Share(int percent, int atLeast, int window) ->
                new Said()
                        .with("failures", percent + "%")
                        .with("window", window)
                        .with("at-least", atLeast);
        };
        return said.with("open", Units.of(rules.openFor())).with("trials", rules.trials());
    }
}
