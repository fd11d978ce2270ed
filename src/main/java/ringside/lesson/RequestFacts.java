package ringside.lesson;

import java.util.List;

/** Facts of all requests, and of how the world is set up. */
final class RequestFacts {
    private static final double NANOS_A_SECOND = 1e9;

    static final List<Fact> ALL = List.of(
            Fact.number(
                    "servers",
                    "how many servers the pool has",
                    m -> m.scenario().servers().size()),
            Fact.text(
                    "policy", "the id of the policy", m -> m.scenario().policy().id()),
            Fact.number(
                    "keys",
                    "how many keys the traffic asks for",
                    m -> m.scenario().traffic().keys().all().size()),
            Fact.number(
                    "timeout",
                    "seconds a request may wait",
                    m -> m.scenario().timeout().toNanos() / NANOS_A_SECOND),
            Fact.number(
                    "time", "seconds since the lesson began", m -> m.snapshot().nanos() / NANOS_A_SECOND),
            Fact.number(
                    "arrived",
                    "requests since the beginning",
                    m -> m.snapshot().totals().arrived()),
            Fact.number(
                    "answered",
                    "those that were answered",
                    m -> m.snapshot().totals().answered()),
            Fact.number(
                    "failed",
                    "those that failed, timeouts not counted",
                    m -> m.snapshot().totals().failed()),
            Fact.number(
                    "timed_out",
                    "those that ran out of time",
                    m -> m.snapshot().totals().timedOut()),
            Fact.number(
                    "refused",
                    "those that no server could take",
                    m -> m.snapshot().totals().refused()),
            Fact.number(
                    "retried",
                    "attempts that were made again",
                    m -> m.snapshot().totals().retried()),
            Fact.number("in_flight", "requests on their way now", RequestFacts::inFlight),
            Fact.number(
                    "since.time",
                    "seconds since the last command",
                    m -> (m.snapshot().nanos() - m.watch().sinceNanos()) / NANOS_A_SECOND),
            Fact.number(
                    "since.arrived",
                    "requests since the last command",
                    m -> m.watch().since().count()),
            Fact.number(
                    "since.ended",
                    "those that ended since then",
                    m -> m.watch().since().endings()),
            Fact.number(
                    "since.lost",
                    "those that ended without an answer since then",
                    m -> m.watch().since().losses()),
            Fact.number(
                    "mean",
                    "average milliseconds since the last command",
                    m -> m.watch().since().meanMillis()),
            Fact.number(
                    "p50",
                    "milliseconds that half did not exceed since then",
                    m -> m.watch().since().millis(0.5)),
            Fact.number(
                    "p99",
                    "milliseconds that 99 % did not exceed since then",
                    m -> m.watch().since().millis(0.99)));

    private RequestFacts() {}

    private static double inFlight(Moment moment) {
        return moment.snapshot().servers().stream().mapToInt(s -> s.inFlight()).sum();
    }
}
