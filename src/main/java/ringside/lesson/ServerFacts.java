package ringside.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.ServerState;

/** Facts of one server. */
final class ServerFacts {
    static final List<Fact> ALL = List.of(
            Fact.truthOf("in_pool", "whether it is in the pool", Moment::inPool),
            Fact.textOf("standing", "up, down, draining or absent", ServerFacts::standing),
            Fact.textOf(
                    "behaviour",
                    "how it was made to behave, such as healthy, slow, errors or zombie",
                    ServerFacts::behaviour),
            Fact.numberOf(
                    "weight",
                    "its weight",
                    (m, s) -> of(m, s, state -> state.spec().weight())),
            Fact.numberOf("chosen", "how often it was chosen", (m, s) -> of(m, s, ServerState::chosen)),
            Fact.numberOf("answered", "requests it answered", (m, s) -> of(m, s, ServerState::answered)),
            Fact.numberOf("failed", "attempts that failed at it", (m, s) -> of(m, s, ServerState::failed)),
            Fact.numberOf("in_flight", "requests it has now", (m, s) -> of(m, s, ServerState::inFlight)),
            Fact.numberOf("queued", "those that wait for a worker", (m, s) -> of(m, s, ServerState::queued)),
            Fact.numberOf(
                    "since.chosen",
                    "how often it was chosen since the last command",
                    (m, s) -> m.watch().since(s).count()),
            Fact.numberOf(
                    "since.lost",
                    "requests lost at it since then",
                    (m, s) -> m.watch().since(s).losses()),
            Fact.numberOf(
                    "mean",
                    "its average milliseconds since then",
                    (m, s) -> m.watch().since(s).meanMillis()),
            Fact.numberOf(
                    "p50",
                    "milliseconds that half at it did not exceed since then",
                    (m, s) -> m.watch().since(s).millis(0.5)),
            Fact.numberOf(
                    "p99",
                    "milliseconds that 99 % at it did not exceed since then",
                    (m, s) -> m.watch().since(s).millis(0.99)));

    private ServerFacts() {}

    private static double of(Moment moment, ServerId server, ToDoubleFunction<ServerState> what) {
        return moment.server(server).map(what::applyAsDouble).orElse(0.0);
    }

    private static String standing(Moment moment, ServerId server) {
        if (moment.server(server).isEmpty()) {
            return "absent";
        }
        return switch (moment.standing(server)) {
            case UP -> "up";
            case DOWN -> "down";
            case DRAINING -> "draining";
        };
    }

    private static String behaviour(Moment moment, ServerId server) {
        return moment.server(server).map(s -> word(s.spec().behaviour())).orElse("absent");
    }

    private static String word(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Healthy() -> "healthy";
            case Behaviour.Slow(var _) -> "slow";
            case Behaviour.Errors(var _) -> "errors";
            case Behaviour.Zombie() -> "zombie";
            case Behaviour.Refusing() -> "refusing";
            case Behaviour.Crashed() -> "crashed";
            case Behaviour.Frozen() -> "frozen";
            case Behaviour.Resetting() -> "resetting";
            case Behaviour.Truncating() -> "truncating";
            case Behaviour.Miscounting(var _) -> "miscounting";
            case Behaviour.EndlessHead() -> "endless-head";
            case Behaviour.Flapping(var _, var _) -> "flapping";
            case Behaviour.Warming(var _) -> "warming";
            case Behaviour.Trickling(var _) -> "trickling";
        };
    }
}
