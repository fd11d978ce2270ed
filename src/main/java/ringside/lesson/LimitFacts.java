package ringside.lesson;

import java.util.List;
import java.util.Optional;
import ringside.engine.limit.RateLimit;
import ringside.lesson.expression.Signature;
import ringside.lesson.expression.Value;

/** Facts of rate limits: how one is set, and what it did since the last command. */
final class LimitFacts {
    private static final double NANOS_A_SECOND = 1e9;

    static final List<Fact> ALL = List.of(
            Fact.number(
                    "limit",
                    "requests that the limit lets pass in its time; 0 without one",
                    m -> limit(m).map(l -> l.rate().count()).orElse(0)),
            Fact.number(
                    "limit.seconds",
                    "how long its time is, in seconds",
                    m -> limit(m).map(l -> l.rate().per().toNanos() / NANOS_A_SECOND)
                            .orElse(0.0)),
            Fact.number(
                    "limit.burst",
                    "how many more may come at once, or wait",
                    m -> limit(m).map(RateLimit::burst).orElse(0)),
            new Fact(
                    new Signature(
                            "limit.per_client", List.of(), Value.Kind.TRUTH, "whether each client has one of its own"),
                    (m, _) -> Value.of(limit(m).filter(l -> l.scope() == RateLimit.Scope.CLIENT)
                            .isPresent())),
            Fact.number(
                    "limit.passed",
                    "requests that passed since the last command",
                    m -> m.watch().passing().passed()),
            Fact.number(
                    "limit.refused",
                    "those that the limit refused since then",
                    m -> m.watch().passing().refused()),
            Fact.number(
                    "limit.most",
                    "the most that passed within the limit's time, wherever that begins",
                    m -> m.watch().passing().most()),
            Fact.number(
                    "limit.held",
                    "those that the limit held back since then",
                    m -> m.watch().passing().held()),
            Fact.number(
                    "limit.longest",
                    "the longest that it held one back, in milliseconds",
                    m -> m.watch().passing().longestMillis()));

    private LimitFacts() {}

    private static Optional<RateLimit> limit(Moment moment) {
        return moment.scenario().handling().rateLimit();
    }
}
