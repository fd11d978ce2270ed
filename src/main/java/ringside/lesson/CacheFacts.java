package ringside.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ringside.engine.cache.CacheRules;
import ringside.world.Caching;

/** Facts of the servers' caches and of the origin behind them. */
final class CacheFacts {
    private static final double PERCENT = 100;
    private static final double NANOS_A_SECOND = 1e9;

    static final List<Fact> ALL = List.of(
            Fact.number(
                    "cache.ttl",
                    "seconds that an answer is fresh in a cache; 0 where there are no caches",
                    m -> seconds(rules(m).map(CacheRules::ttl))),
            Fact.number(
                    "cache.jitter",
                    "by which part of that it varies, 0 to 1",
                    m -> rules(m).map(CacheRules::jitter).orElse(0) / PERCENT),
            Fact.number(
                    "cache.early",
                    "how eagerly it is refreshed before, 0 for never",
                    m -> rules(m).map(CacheRules::early).orElse(0.0)),
            Fact.number(
                    "cache.stale",
                    "seconds that it is served after it expired, while it is refreshed",
                    m -> seconds(rules(m).map(CacheRules::stale))),
            Fact.truth(
                    "cache.single_flight",
                    "whether those who miss what is being fetched wait for that fetch",
                    m -> rules(m).map(CacheRules::singleFlight).orElse(false)),
            Fact.number(
                    "hit_ratio",
                    "the share of requests that caches answered at once, since the beginning, 0 to 1",
                    m -> m.watch().caches().all().hitRatio()),
            Fact.number(
                    "last.hit_ratio",
                    "the same in the last second that is over",
                    m -> m.watch().caches().all().last()),
            Fact.number(
                    "since.hit_ratio",
                    "the same since the last command",
                    m -> m.watch().caches().since().hitRatio()),
            Fact.number(
                    "since.dip",
                    "the same in the worst second since then; 1 before a second is over",
                    m -> m.watch().caches().since().dip()),
            Fact.number(
                    "since.waited",
                    "requests since then that had to wait for the origin",
                    m -> m.watch().caches().since().waited()),
            Fact.number(
                    "since.stale",
                    "requests since then that were answered with something too old",
                    m -> m.watch().caches().since().stale()),
            Fact.number(
                    "origin.calls",
                    "how often caches asked the origin, since the beginning",
                    m -> m.watch().caches().all().calls()),
            Fact.number(
                    "origin.busy",
                    "calls that the origin has in hand now",
                    m -> m.watch().caches().busy()),
            Fact.number(
                    "since.calls",
                    "how often caches asked the origin since the last command",
                    m -> m.watch().caches().since().calls()),
            Fact.number(
                    "since.peak",
                    "the most calls within one of the last ten seconds since then",
                    m -> m.watch().caches().since().peak()),
            Fact.number(
                    "since.together",
                    "the most calls for one key at once from one server since then",
                    m -> m.watch().caches().since().together()),
            Fact.number("amplification", "calls to the origin for each request since then", CacheFacts::amplification));

    private CacheFacts() {}

    private static Optional<CacheRules> rules(Moment moment) {
        return moment.scenario().caching().map(Caching::rules);
    }

    private static double seconds(Optional<Duration> duration) {
        return duration.map(d -> d.toNanos() / NANOS_A_SECOND).orElse(0.0);
    }

    private static double amplification(Moment moment) {
        long requests = moment.watch().since().count();
        return requests == 0 ? 0 : (double) moment.watch().caches().since().calls() / requests;
    }
}
