package ringside.view.compare;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Keys;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Tape;
import ringside.world.Traffic;

/**
 * A comparison to begin with.
 *
 * @param id its short name; its texts are {@code bout.} and this
 * @param contest what is compared
 */
public record Bout(String id, Contest contest) {
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    /** Every one there is, in order. */
    public static List<Bout> all() {
        return List.of(busy(), slow(), leaving());
    }

    /** Five servers that have 85 % of the work they can do. */
    private static Bout busy() {
        var tape = Tape.of(world(212, single("A", "B", "C", "D", "E"))).until(MINUTE);
        return new Bout("busy", Contest.of(tape, policies("textbook/random", "textbook/two-choices")));
    }

    /** Three servers of which one takes four times as long. */
    private static Bout slow() {
        var servers = Stream.concat(
                        Stream.of(single("A", "B")), Stream.of(single("C")).map(s -> s.behaving(new Behaviour.Slow(4))))
                .toArray(ServerSpec[]::new);
        var tape = Tape.of(world(75, servers)).until(MINUTE);
        return new Bout(
                "slow",
                Contest.of(
                        tape,
                        policies(
                                "textbook/round-robin",
                                "textbook/least-connections",
                                "textbook/two-choices",
                                "textbook/peak-ewma")));
    }

    /** Four servers of which one leaves after half of the time. */
    private static Bout leaving() {
        var servers = Stream.of("A", "B", "C", "D").map(ServerSpec::named).toArray(ServerSpec[]::new);
        var tape = Tape.of(world(60, servers))
                .until(MINUTE / 2)
                .then(new Command.RemoveServer(new ServerId("D"), Command.Leaving.DRAIN))
                .until(MINUTE);
        return new Bout("leaving", Contest.of(tape, policies("textbook/mod-n", "textbook/ring")));
    }

    private static Scenario world(double perSecond, ServerSpec... servers) {
        return Scenario.of(servers)
                .with(new Traffic(new Arrivals.Poisson(perSecond), 50, new Keys.Uniform(1000)))
                .with(Duration.ofSeconds(1))
                .seeded(7);
    }

    private static ServerSpec[] single(String... names) {
        return Stream.of(names)
                .map(name -> ServerSpec.named(name).sized(1, 100))
                .toArray(ServerSpec[]::new);
    }

    private static List<PolicyChoice> policies(String... ids) {
        return Stream.of(ids).map(PolicyChoice::of).toList();
    }
}
