package ringside.config;

import java.time.Duration;
import java.util.Optional;
import ringside.engine.guard.Capacity;

/** How many requests may be in hand at once, in a file and in a command. */
final class CapacityWords {
    static final Details DETAILS = Details.leading("most").one("queue").one("patience");

    private static final int LIMIT = 1_000_000;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private CapacityWords() {}

    static Optional<Capacity> read(YamlValue value) {
        return DETAILS.of(value)
                .map(fields -> new Capacity(
                        fields.required("most").whole(1, LIMIT),
                        fields.optional("queue").map(q -> q.whole(0, LIMIT)).orElse(0),
                        fields.optional("patience")
                                .map(p -> p.duration(LEAST, LONGEST))
                                .orElse(USUAL_PATIENCE)));
    }

    static String yaml(Optional<Capacity> capacity) {
        return capacity.map(c -> said(c).yaml()).orElse("off");
    }

    static String of(Optional<Capacity> capacity) {
        return capacity.map(c -> said(c).words(DETAILS)).orElse("off");
    }

    private static Said said(Capacity capacity) {
        return new Said()
                .with("most", capacity.most())
                .with("queue", capacity.queue())
                .with("patience", Units.of(capacity.patience()));
    }
}
