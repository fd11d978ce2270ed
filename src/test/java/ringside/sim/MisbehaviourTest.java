package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.state;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Scenario;

/** What becomes of requests when servers misbehave, in virtual time. */
class MisbehaviourTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");

    /** A world whose server A takes 10 ms and behaves so. */
    private static SimulatedWorld with(Behaviour behaviour) {
        return new SimulatedWorld(Scenario.of(steady("A", 10).behaving(behaviour)));
    }

    private static List<String> storyOfOne(Behaviour behaviour) {
        try (var world = with(behaviour)) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(60 * SECOND);
            return all(world).stream()
                    .filter(e -> e.what() instanceof Happening.OfRequest)
                    .skip(2)
                    .map(e -> e.nanos() / MILLI + " " + e.what())
                    .toList();
        }
    }

    @Test
    void anAnswerThatIsResetOrCutShortFailsAfterItsFirstByte() {
        assertThat(storyOfOne(new Behaviour.Resetting()))
                .isEqualTo(storyOfOne(new Behaviour.Truncating()))
                .containsExactly(
                        "0 Started[request=1, server=A]",
                        "10 FirstByte[request=1, server=A]",
                        "10 Failed[request=1, failure=BROKEN_ANSWER, status=0]");
    }

    @Test
    void anAnswerThatPromisesMoreThanItHasIsWaitedForUntilItStalls() {
        assertThat(storyOfOne(new Behaviour.Miscounting(7)))
                .containsExactly(
                        "0 Started[request=1, server=A]",
                        "10 FirstByte[request=1, server=A]",
                        "8010 Failed[request=1, failure=TIMED_OUT, status=0]");
        assertThat(storyOfOne(new Behaviour.Miscounting(-7)))
                .as("nobody can tell that something is missing")
                .containsExactly("0 Started[request=1, server=A]", "10 Completed[request=1, server=A, status=200]");
    }

    @Test
    void anEndlessHeadIsNoAnswer() {
        assertThat(storyOfOne(new Behaviour.EndlessHead()))
                .containsExactly(
                        "0 Started[request=1, server=A]", "10 Failed[request=1, failure=MALFORMED_ANSWER, status=502]");
    }

    @Test
    void aTricklingAnswerOutlastsTheTimeoutUnlessItPausesTooLong() {
        assertThat(storyOfOne(new Behaviour.Trickling(Duration.ofMillis(100))))
                .containsExactly(
                        "0 Started[request=1, server=A]",
                        "10 FirstByte[request=1, server=A]",
                        "3210 Completed[request=1, server=A, status=200]");
        assertThat(storyOfOne(new Behaviour.Trickling(Duration.ofSeconds(9))))
                .last()
                .isEqualTo("8010 Failed[request=1, failure=TIMED_OUT, status=0]");
    }

    @Test
    void aTricklingAnswerBreaksWithItsServer() {
        try (var world = with(new Behaviour.Trickling(Duration.ofMillis(100)))) {
            world.apply(new Command.Send("10.0.0.1", "/", 2));
            world.advanceTo(SECOND);
            assertThat(state(world, A).inFlight()).isEqualTo(2);
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            world.advanceTo(60 * SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "1000 Failed[request=1, failure=BROKEN_ANSWER, status=0]",
                            "1000 Failed[request=2, failure=BROKEN_ANSWER, status=0]");
        }
    }

    @Test
    void aFrozenServerGoesOnWithWhatItHas() {
        try (var world = with(Behaviour.HEALTHY)) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(5 * MILLI);
            world.apply(new Command.SetBehaviour(A, new Behaviour.Frozen()));
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(500 * MILLI);
            assertThat(endings(world)).isEmpty();
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.advanceTo(60 * SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "500 Completed[request=1, server=A, status=200]",
                            "510 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void aFrozenServersBacklogFillsUpAndThenNobodyGetsThrough() {
        var frozen =
                Scenario.of(steady("A", 10).behaving(new Behaviour.Frozen())).with(Duration.ofSeconds(5));
        try (var world = new SimulatedWorld(frozen)) {
            world.apply(new Command.Send("10.0.0.1", "/", 1025));
            world.advanceTo(60 * SECOND);
            assertThat(endings(world))
                    .hasSize(1025)
                    .startsWith(
                            "1000 Failed[request=1025, failure=CONNECT_TIMEOUT, status=503]",
                            "5000 Failed[request=1, failure=TIMED_OUT, status=504]");
        }
    }

    @Test
    void whoGetsNoConnectionGoesToAnotherServer() {
        var frozen = Scenario.of(steady("A", 10).behaving(new Behaviour.Frozen()), steady("B", 10));
        try (var world = new SimulatedWorld(frozen)) {
            for (int i = 0; i < 1024; i++) {
                world.apply(new Command.Send("10.0.0.1", "/", 2));
                world.advanceTo(world.now() + 20 * MILLI);
            }
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(world.now() + 5 * SECOND);
            assertThat(world.timeline().ofRequest(2049).stream()
                            .map(e -> e.what().getClass().getSimpleName()))
                    .containsExactly("Arrived", "Routed", "Retried", "Routed", "Started", "Completed");
        }
    }

    @Test
    void aCheckSeesAFrozenServerOnlyOverHttpUntilItsBacklogIsFull() {
        var frozen = Scenario.of(steady("A", 10).behaving(new Behaviour.Frozen()));
        try (var http = Stories.run(frozen.with(Checks.usual()), 10 * SECOND);
                var tcp = Stories.run(frozen.with(Checks.usual().of(Checks.Kind.TCP)), 10 * SECOND)) {
            assertThat(when(http, Happening.Ejected.class::isInstance)).containsExactly(2500L);
            assertThat(when(tcp, Happening.Ejected.class::isInstance)).isEmpty();
        }
    }

    @Test
    void aFlappingServerCutsWhatItHasAndComesBack() {
        var flapping = new Behaviour.Flapping(Duration.ofMillis(105), Duration.ofMillis(50));
        try (var world = new SimulatedWorld(
                Scenario.of(steady("A", 10).behaving(flapping)).with(constantly(100)))) {
            world.advanceTo(200 * MILLI);
            // one a 10 ms from 10 ms on: those of 10 to 90 are answered; the one of 100 is cut at 105
            assertThat(when(world, Happening.Completed.class::isInstance))
                    .containsExactly(20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L, 170L, 180L, 190L, 200L);
            assertThat(endings(world))
                    .filteredOn(e -> e.contains("CLOSED_EARLY"))
                    .hasSize(1);
            assertThat(endings(world)).filteredOn(e -> e.contains("REFUSED")).hasSize(5);
        }
    }

    @Test
    void aFlappingServerThatNobodyAsksLeavesTheWorldAtRest() {
        try (var world = with(new Behaviour.Flapping(Duration.ofMillis(10), Duration.ofMillis(10)))) {
            assertThat(world.advanceToNext()).isFalse();
        }
    }

    @Test
    void aFlappingServerIsEjectedAndReadmittedByItsChecks() {
        var flapping = new Behaviour.Flapping(Duration.ofSeconds(5), Duration.ofSeconds(5));
        var scenario = Scenario.of(steady("A", 10).behaving(flapping)).with(Checks.usual());
        try (var world = Stories.run(scenario, 30 * SECOND)) {
            assertThat(when(world, Happening.Ejected.class::isInstance)).containsExactly(7000L, 17000L, 27000L);
            assertThat(when(world, Happening.Readmitted.class::isInstance)).containsExactly(11001L, 21001L);
        }
    }

    @Test
    void aWarmingServerStartsTenTimesAsSlowAndAgainWhenItJoinsAgain() {
        var warming = steady("A", 10).behaving(new Behaviour.Warming(Duration.ofSeconds(30)));
        try (var world = new SimulatedWorld(Scenario.of(warming))) {
            assertThat(tookMillis(world)).isEqualTo(100);
            world.advanceTo(10 * SECOND);
            assertThat(tookMillis(world)).isEqualTo(70);
            world.apply(new Command.SetWeight(A, 2));
            world.advanceTo(40 * SECOND);
            assertThat(tookMillis(world)).isEqualTo(10);
            world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN));
            world.apply(new Command.AddServer(warming));
            assertThat(tookMillis(world)).isEqualTo(100);
        }
    }

    private static long tookMillis(SimulatedWorld world) {
        long began = world.now();
        world.apply(new Command.Send("10.0.0.1", "/", 1));
        world.advanceTo(began + SECOND);
        return (all(world).reversed().stream()
                                .filter(e -> e.what() instanceof Happening.Completed)
                                .map(Event::nanos)
                                .findFirst()
                                .orElseThrow()
                        - began)
                / MILLI;
    }
}
