package ringside.lesson;

import java.util.List;

/** Facts of the servers' caches and of the origin behind them. */
final class CacheFacts {
    static final List<Fact> ALL = List.of(
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
                    "the most calls within one second since then",
                    m -> m.watch().caches().since().peak()),
            Fact.number(
                    "since.together",
                    "the most calls for one key at once from one server since then",
                    m -> m.watch().caches().since().together()),
            Fact.number("amplification", "calls to the origin for each request since then", CacheFacts::amplification));

    private CacheFacts() {}

    private static double amplification(Moment moment) {
        long requests = moment.watch().since().count();
        return requests == 0 ? 0 : (double) moment.watch().caches().since().calls() / requests;
    }
}
