package ringside.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import ringside.world.Checks;
import ringside.world.ServerState;

/** Facts of health checks: how they are set, and what they did. */
final class CheckFacts {
    private static final double NANOS_A_SECOND = 1e9;

    static final List<Fact> ALL = List.of(
            Fact.text(
                    "checks", "none, tcp or http", m -> checks(m).kind().name().toLowerCase(Locale.ROOT)),
            Fact.number(
                    "checks.every",
                    "seconds between two checks",
                    m -> seconds(checks(m).every())),
            Fact.number(
                    "checks.timeout",
                    "seconds a check waits",
                    m -> seconds(checks(m).timeout())),
            Fact.number(
                    "checks.rise",
                    "passes in a row that bring a server up",
                    m -> checks(m).rise()),
            Fact.number(
                    "checks.fall",
                    "failures in a row that take it down",
                    m -> checks(m).fall()),
            Fact.truthOf("ejected", "whether its checks have taken it out now", CheckFacts::ejected),
            Fact.truthOf(
                    "thrown_out",
                    "whether requests that failed have taken it out for a while",
                    (m, s) -> m.server(s).map(ServerState::ejected).orElse(false)),
            Fact.truthOf(
                    "readmitted",
                    "whether its checks brought it back after that",
                    (m, s) -> m.watch().checkup(s).readmitted()),
            Fact.numberOf(
                    "probes_failed",
                    "checks it failed since it or the checks were changed",
                    (m, s) -> m.watch().checkup(s).failures()),
            Fact.numberOf(
                    "probes_passed",
                    "checks it passed since then",
                    (m, s) -> m.watch().checkup(s).passes()),
            Fact.numberOf(
                    "state_changes",
                    "how often its checks took it out or brought it back since then",
                    (m, s) -> m.watch().checkup(s).changes()),
            Fact.numberOf(
                    "eject_seconds",
                    "seconds from then until it was taken out; 0 if it was not",
                    (m, s) -> m.watch().checkup(s).secondsToEject()),
            Fact.numberOf(
                    "readmit_seconds",
                    "seconds from then until it was brought back; 0 if it was not",
                    (m, s) -> m.watch().checkup(s).secondsToReadmit()));

    private CheckFacts() {}

    private static Checks checks(Moment moment) {
        return moment.scenario().checks();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_A_SECOND;
    }

    private static boolean ejected(Moment moment, ringside.engine.ServerId server) {
        return moment.server(server).map(s -> !s.health().up()).orElse(false)
                && moment.watch().checkup(server).out();
    }
}
