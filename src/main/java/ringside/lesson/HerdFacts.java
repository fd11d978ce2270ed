package ringside.lesson;

import java.util.List;
import java.util.Locale;
import ringside.engine.ServerId;
import ringside.world.Processes;
import ringside.world.ServerState;

/** Facts of processes that wait on one socket, and of those that a connection wakes. */
final class HerdFacts {
    static final List<Fact> ALL = List.of(
            Fact.numberOf(
                    "processes",
                    "how many of its processes wait on one socket; 0 when that is not said",
                    (m, s) -> m.server(s)
                            .flatMap(state -> state.spec().processes())
                            .map(Processes::count)
                            .orElse(0)),
            Fact.textOf("wake", "whom a connection wakes there: one, all, or none where nobody waits", HerdFacts::wake),
            Fact.numberOf(
                    "connections",
                    "connections that its processes accepted since the last command",
                    (m, s) -> m.watch().wakes(s).connections()),
            Fact.numberOf(
                    "woken",
                    "processes that were woken for those",
                    (m, s) -> m.watch().wakes(s).woken()),
            Fact.numberOf(
                    "woken_each",
                    "processes that were woken for each of them",
                    (m, s) -> m.watch().wakes(s).each()));

    private HerdFacts() {}

    private static String wake(Moment moment, ServerId server) {
        return moment.server(server)
                .map(ServerState::spec)
                .flatMap(spec -> spec.processes())
                .map(p -> p.wake().name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }
}
