package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ringside.engine.PolicyChoice;
import ringside.engine.Request;
import ringside.engine.ServerId;
import ringside.sim.SimulatedWorld;

class CommandTest {
    private static final ServerId A = new ServerId("A");
    private static final Scenario TWO = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"));

    @Test
    void whatWasDoneIsUndoneWhateverItWas() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new SplittableRandom(seed);
            var scenario = TWO;
            var stories = new ArrayDeque<Scenario>();
            var inverses = new ArrayDeque<Command>();
            for (int i = 0; i < 200; i++) {
                var command = any(random);
                try {
                    var after = command.on(scenario);
                    var inverse = command.inverse(scenario);
                    if (inverse.isPresent()) {
                        stories.push(scenario);
                        inverses.push(inverse.get());
                        scenario = after;
                    } else {
                        assertThat(after).isEqualTo(scenario);
                    }
                } catch (IllegalArgumentException refused) {
                    assertThat(refused.getMessage())
                            .as("seed %d: %s", seed, command)
                            .isNotBlank();
                }
            }
            assertThat(inverses).hasSizeGreaterThan(100);
            while (!inverses.isEmpty()) {
                scenario = inverses.pop().on(scenario);
                assertThat(scenario).as("seed %d", seed).isEqualTo(stories.pop());
            }
        }
    }

    @Test
    void aHistoryGoesBackToTheBeginningAndForwardToTheEnd() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            try (var world = new SimulatedWorld(TWO)) {
                var history = new History(world);
                for (int i = 0; i < 60; i++) {
                    history.apply(any(random));
                    world.advanceTo(world.now() + 1_000_000);
                }
                var end = world.scenario();
                while (history.canUndo()) {
                    assertThat(history.undo()).isInstanceOf(World.Outcome.Done.class);
                }
                assertThat(world.scenario()).as("seed %d", seed).isEqualTo(TWO);
                while (history.canRedo()) {
                    history.redo();
                }
                assertThat(world.scenario()).as("seed %d", seed).isEqualTo(end);
            }
        }
    }

    @Test
    void aRefusedCommandIsNoHistory() {
        try (var world = new SimulatedWorld(TWO)) {
            var history = new History(world);
            assertThat(history.apply(new HandlingCommand.SetTimeout(Duration.ZERO)))
                    .isEqualTo(new World.Outcome.Rejected("a request's timeout is longer than nothing, not 0 ms"));
            assertThat(history.canUndo()).isFalse();
            assertThatThrownBy(history::undo).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void sendingRequestsIsNotUndoneAndKeepsWhatCanBeDoneAgain() {
        try (var world = new SimulatedWorld(TWO)) {
            var history = new History(world);
            history.apply(new Command.SetWeight(A, 3));
            history.undo();
            history.apply(Command.Send.forKey("10.0.0.1", "user:7", 2));
            assertThat(history.canUndo()).isFalse();
            assertThat(history.canRedo()).isTrue();
            history.redo();
            assertThat(world.scenario().require(A).weight()).isEqualTo(3);
        }
    }

    @Test
    void aRefusedUndoStaysTheLast() {
        var world = new SimulatedWorld(TWO);
        var history = new History(world);
        history.apply(new Command.SetWeight(A, 3));
        world.close();
        assertThat(history.undo()).isInstanceOf(World.Outcome.Rejected.class);
        assertThat(history.canUndo()).isTrue();
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void aServerComesBackToThePlaceItHad() {
        var without = new Command.RemoveServer(A, Command.Leaving.KILL);
        assertThat(without.inverse(TWO)).contains(new Command.AddServer(TWO.require(A), 0));
        assertThat(without.on(TWO).servers()).containsExactly(ServerSpec.named("B"));
    }

    @Test
    void whatIsNotOursIsNotOursToChange() {
        var foreign = Scenario.of(ServerSpec.named("A").at("127.0.0.1:9001"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.SetBehaviour(A, new Behaviour.Zombie()).on(foreign))
                .withMessage("A is not ours: how it behaves is decided where it runs, not here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.SetLatency(A, new Latency.Constant(Duration.ZERO)).on(foreign))
                .withMessage("A is not ours: how it behaves is decided where it runs, not here");
    }

    @Test
    void aPathThatIsSentCannotSmuggleAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.Send("10.0.0.1", "/a HTTP/1.1\r\nX: y", 1))
                .withMessage(
                        "a request's path has 1 to 8000 characters and no blanks, not \"/a HTTP/1.1\uFFFD\uFFFDX: y\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.Send("10.0.0.1", "a", 1))
                .withMessage("a request's path begins with /, not \"a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command.Send("10.0.0.1", "/", 10_001))
                .withMessage("a number of requests to send is 1 to 10000, not 10001");
    }

    @Test
    void aKeyStandsInAPathAsAUriWantsIt() {
        assertThat(Keys.pathOf("user:7")).isEqualTo("/?key=user:7");
        assertThat(Keys.pathOf("a b&c=d+e%#")).isEqualTo("/?key=a%20b%26c%3Dd%2Be%25%23");
        assertThat(Keys.pathOf("é")).isEqualTo("/?key=%C3%A9");
        assertThat(Request.of("10.0.0.1", Keys.pathOf("a b&c=d+e%#é")).key()).isEqualTo("a b&c=d+e%#é");
    }

    @Test
    void aDifferenceNamesWhatHasToBeDone() {
        var after = TWO.with(List.of(ServerSpec.named("B").weighing(2), ServerSpec.named("C")));
        var difference = Difference.between(TWO, after);
        assertThat(difference.joined()).containsExactly(ServerSpec.named("C"));
        assertThat(difference.left()).containsExactly(ServerSpec.named("A"));
        assertThat(difference.changed()).containsExactly(ServerSpec.named("B").weighing(2));
        assertThat(difference.pool()).isTrue();
        assertThat(difference.policy() || difference.traffic() || difference.checks() || difference.forgetsHealth())
                .isFalse();
        var slower = new Checks(Checks.Kind.NONE, "/health", Duration.ofSeconds(9), Duration.ofMillis(500), 2, 3);
        assertThat(Difference.between(TWO, TWO.with(slower)))
                .matches(d -> d.checks() && !d.forgetsHealth() && !d.pool());
        assertThat(Difference.between(TWO, TWO.with(Checks.usual()))).matches(Difference::forgetsHealth);
        assertThat(Difference.between(TWO, TWO.with(TWO.servers().reversed())))
                .matches(d -> d.pool() && d.joined().isEmpty());
    }

    private static Command any(SplittableRandom random) {
        var server = new ServerId(String.valueOf((char) ('A' + random.nextInt(6))));
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                new Command.AddServer(
                        ServerSpec.named(server.name()).weighing(1 + random.nextInt(5)), random.nextInt(8));
            case 2 -> new Command.AddServer(ServerSpec.named(server.name()));
            case 3 ->
                new Command.RemoveServer(server, random.nextBoolean() ? Command.Leaving.DRAIN : Command.Leaving.KILL);
            case 4 -> new Command.SetWeight(server, 1 + random.nextInt(10));
            case 5 -> new Command.SetBehaviour(server, new Behaviour.Errors(1 + random.nextInt(100)));
            case 6 -> new Command.SetLatency(server, new Latency.Constant(Duration.ofMillis(random.nextInt(50))));
            case 7 -> new Command.SetPolicy(PolicyChoice.of(random.nextBoolean() ? "textbook/mod-n" : "textbook/none"));
            case 8 -> new Command.SetTraffic(Traffic.none().arriving(new Arrivals.Constant(1 + random.nextInt(100))));
            case 9 ->
                new Command.SetChecks(Checks.usual().of(random.nextBoolean() ? Checks.Kind.TCP : Checks.Kind.HTTP));
            case 10 -> new HandlingCommand.SetTimeout(Duration.ofMillis(random.nextInt(20)));
            default -> new Command.Send("10.0.0.1", "/", 1 + random.nextInt(3));
        };
    }
}
