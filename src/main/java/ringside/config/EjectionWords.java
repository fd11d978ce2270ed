package ringside.config;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.member.Ejector;

/** When a server that fails is taken out of the pool, in a file and in a command. */
final class EjectionWords {
    static final Details DETAILS =
            Details.leading("after", "failures").one("for").one("most");

    private static final Duration USUALLY_FOR = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(1);
    private static final int MOST_FAILURES = 1000;
    private static final int USUALLY_MOST = 50;

    private EjectionWords() {}

    static Optional<Ejector.Rules> read(YamlValue value) {
        return DETAILS.of(value)
                .map(fields -> new Ejector.Rules(
                        fields.required("failures").whole(1, MOST_FAILURES),
                        fields.optional("for").map(t -> t.duration(LEAST, MOST)).orElse(USUALLY_FOR),
                        fields.optional("most").map(m -> m.percent(0, 100)).orElse(USUALLY_MOST)));
    }

    static String yaml(Optional<Ejector.Rules> rules) {
        return rules.map(r -> said(r).yaml()).orElse("off");
    }

    static String of(Optional<Ejector.Rules> rules) {
        return rules.map(r -> said(r).words(DETAILS)).orElse("off");
    }

    private static Said said(Ejector.Rules rules) {
        return new Said()
                .with("failures", rules.failures())
                .with("for", Units.of(rules.time()))
                .with("most", rules.mostPercent() + "%");
    }
}
