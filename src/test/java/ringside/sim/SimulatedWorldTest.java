package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.chosen;
import static ringside.sim.Stories.constantly;
import static ringside.sim.Stories.endings;
import static ringside.sim.Stories.last;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.state;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.three;
import static ringside.sim.Stories.totals;
import static ringside.sim.Stories.when;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.guard.RetryRule;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.World;

class SimulatedWorldTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");
    private static final ServerId B = new ServerId("B");
    private static final Checks HTTP = Checks.usual();

    @Test
    void takesTurnsEquallyUnderRoundRobin() {
        try (var world = run(three().with(constantly(100)), 3 * SECOND)) {
            assertThat(chosen(world)).isEqualTo(Map.of("A", 100L, "B", 100L, "C", 100L));
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(300, 299, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void tellsTheStoryOfOneRequestInOrder() {
        try (var world = new SimulatedWorld(Scenario.of(steady("A", 10)))) {
            world.apply(Command.Send.forKey("10.0.0.9", "a b", 1));
            world.advanceTo(SECOND);
            var story = world.timeline().ofRequest(1);
            assertThat(story.stream().map(e -> e.what().getClass().getSimpleName()))
                    .containsExactly("Arrived", "Routed", "Started", "Completed");
            assertThat(story.getFirst().what())
                    .isEqualTo(
                            new Happening.Arrived(1, Happening.Origin.OURS, "10.0.0.9", "GET", "/?key=a%20b", "a b"));
            assertThat(story.getLast()).isEqualTo(new Event(6, 10 * MILLI, new Happening.Completed(1, A, 200)));
        }
    }

    @Test
    void makesWaitWhatItsWorkersCannotTakeAndRefusesWhatItsQueueCannot() {
        var narrow = new ServerSpec(
                A, Optional.empty(), 1, 1, 1, new Latency.Constant(Duration.ofMillis(10)), Behaviour.HEALTHY);
        try (var world = new SimulatedWorld(Scenario.of(narrow))) {
            world.apply(new Command.Send("10.0.0.1", "/", 3));
            world.advanceTo(SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "0 Failed[request=3, failure=QUEUE_FULL, status=503]",
                            "10 Completed[request=1, server=A, status=200]",
                            "20 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void ejectsAZombieAfterThreeFailedChecksAndReadmitsItAfterTwoGoodOnes() {
        try (var world = new SimulatedWorld(three().with(HTTP))) {
            world.advanceTo(100 * MILLI);
            world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie()));
            world.advanceTo(5 * SECOND);
            // checks set out at 1, 2 and 3 s and are given up after 500 ms each
            assertThat(when(world, Happening.Ejected.class::isInstance)).containsExactly(3500L);
            assertThat(state(world, A).open()).isFalse();
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.advanceTo(10 * SECOND);
            // the one that sets out at 5 s finds it well, being sent just before; so do those at 6 and 7 s
            assertThat(when(world, Happening.Readmitted.class::isInstance)).containsExactly(7001L);
            assertThat(state(world, A).open()).isTrue();
        }
    }

    @Test
    void aTcpCheckDoesNotSeeAZombie() {
        try (var world = new SimulatedWorld(three().with(HTTP.of(Checks.Kind.TCP)))) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie()));
            world.advanceTo(20 * SECOND);
            assertThat(when(world, Happening.Ejected.class::isInstance)).isEmpty();
            assertThat(state(world, A).probes()).hasSize(20).allMatch(ServerState.Probe::passed);
        }
    }

    @Test
    void leastConnectionsPilesOntoNobodyButAZombieFillsUpToItsNeighboursLoad() {
        var scenario = three().with(PolicyChoice.of("textbook/least-connections"))
                .with(Duration.ofSeconds(5))
                .with(constantly(300));
        try (var world = new SimulatedWorld(scenario)) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie()));
            world.advanceTo(2 * SECOND);
            assertThat(state(world, A).inFlight()).isBetween(2, 4);
            assertThat(state(world, A).answered()).isZero();
        }
    }

    @Test
    void roundRobinPilesOntoAZombieWithoutChecks() {
        try (var world = new SimulatedWorld(three().with(constantly(300)).with(Duration.ofSeconds(5)))) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Zombie()));
            world.advanceTo(2 * SECOND);
            assertThat(state(world, A).inFlight()).isEqualTo(200);
            assertThat(state(world, B).inFlight()).isBetween(1, 2);
        }
    }

    @Test
    void timesOutWhatAZombieHolds() {
        try (var world = new SimulatedWorld(Scenario.of(steady("A", 10).behaving(new Behaviour.Zombie())))) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(2 * SECOND);
            assertThat(endings(world)).containsExactly("1000 Failed[request=1, failure=TIMED_OUT, status=504]");
            assertThat(state(world, A).inFlight()).isZero();
        }
    }

    @Test
    void refusesEverythingWhenAllAreDownAndRecovers() {
        try (var world = new SimulatedWorld(
                Scenario.of(steady("A", 10), steady("B", 10)).with(HTTP).with(constantly(10)))) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            world.apply(new Command.SetBehaviour(B, new Behaviour.Crashed()));
            world.advanceTo(3500 * MILLI);
            var refused = world.timeline().at(world.now()).totals().refused();
            assertThat(refused).isPositive();
            assertThat(last(world, Happening.Refused.class::isInstance).what())
                    .isInstanceOfSatisfying(
                            Happening.Refused.class, r -> assertThat(r.cause()).isEqualTo(Pick.Cause.NONE_AVAILABLE));
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.advanceTo(6 * SECOND);
            long before = totals(world).answered();
            world.advanceTo(7 * SECOND);
            assertThat(totals(world).answered() - before).isEqualTo(10);
        }
    }

    @Test
    void refusesWithNoServersInAnEmptyPool() {
        try (var world = new SimulatedWorld(Scenario.of())) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            assertThat(endings(world)).containsExactly("0 Refused[request=1, cause=NO_SERVERS, status=503]");
        }
    }

    @Test
    void inLayer4WhomNobodyTakesIsGivenNoStatus() {
        try (var world = new SimulatedWorld(Scenario.of().with(Handling.USUAL.with(Handling.Layer.TCP)))) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            assertThat(endings(world)).containsExactly("0 Refused[request=1, cause=NO_SERVERS, status=0]");
            assertThat(world.timeline().at(0).requests())
                    .extracting(r -> r.end().orElseThrow().status())
                    .containsExactly(0);
        }
    }

    @Test
    void triesAnotherServerWhenAConnectionIsRefused() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.SetBehaviour(A, new Behaviour.Refusing()));
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(SECOND);
            assertThat(endings(world)).containsExactly("10 Completed[request=1, server=B, status=200]");
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(1, 1, 0, 0, 0, 1, 0));
            assertThat(state(world, A).failed()).isEqualTo(1);
        }
    }

    @Test
    void givesUpWhenEveryConnectionIsRefused() {
        try (var world = new SimulatedWorld(Scenario.of(
                steady("A", 10).behaving(new Behaviour.Refusing()),
                steady("B", 10).behaving(new Behaviour.Refusing())))) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            assertThat(endings(world)).containsExactly("0 Failed[request=1, failure=CONNECTION_REFUSED, status=503]");
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(1, 0, 1, 0, 0, 1, 0));
            assertThat(state(world, A).inFlight() + state(world, B).inFlight()).isZero();
        }
    }

    @Test
    void finishesWhatADrainingServerHas() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.Send("10.0.0.1", "/", 3));
            world.advanceTo(4 * MILLI);
            world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN));
            assertThat(state(world, A).draining()).isTrue();
            assertThat(world.timeline().at(4 * MILLI).servers().getLast().id()).isEqualTo(A);
            world.apply(new Command.Send("10.0.0.1", "/", 4));
            world.advanceTo(SECOND);
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(7, 7, 0, 0, 0, 0, 0));
            assertThat(when(world, new Happening.Left(A)::equals)).containsExactly(10L);
            assertThat(world.timeline().at(world.now()).server(A)).isEmpty();
        }
    }

    @Test
    void anIdleServerLeavesAtOnce() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN));
            assertThat(when(world, new Happening.Left(A)::equals)).containsExactly(0L);
        }
    }

    @Test
    void losesWhatAKilledServerHasWhenNothingIsRetried() {
        try (var world = new SimulatedWorld(three().with(Handling.USUAL.with(RetryRule.NONE)))) {
            world.apply(new Command.Send("10.0.0.1", "/", 6));
            world.advanceTo(4 * MILLI);
            world.apply(new Command.RemoveServer(A, Command.Leaving.KILL));
            world.advanceTo(SECOND);
            assertThat(endings(world).stream().filter(e -> e.contains("KILLED")))
                    .containsExactly(
                            "4 Failed[request=1, failure=KILLED, status=502]",
                            "4 Failed[request=4, failure=KILLED, status=502]");
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(6, 4, 2, 0, 0, 0, 0));
        }
    }

    @Test
    void triesElsewhereWhatAKilledServerHad() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.Send("10.0.0.1", "/", 6));
            world.advanceTo(4 * MILLI);
            world.apply(new Command.RemoveServer(A, Command.Leaving.KILL));
            world.advanceTo(SECOND);
            assertThat(all(world).stream().map(Event::what).filter(Happening.Retried.class::isInstance))
                    .containsExactly(
                            new Happening.Retried(1, A, Happening.Failure.KILLED),
                            new Happening.Retried(4, A, Happening.Failure.KILLED));
            assertThat(totals(world)).isEqualTo(new Snapshot.Totals(6, 6, 0, 0, 0, 2, 0));
        }
    }

    @Test
    void losesWhatACrashedServerHasAndComesBackEmpty() {
        try (var world = new SimulatedWorld(Scenario.of(steady("A", 10)))) {
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            world.advanceTo(SECOND);
            assertThat(endings(world))
                    .containsExactly(
                            "0 Failed[request=1, failure=CLOSED_EARLY, status=502]",
                            "10 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void aServerThatIsTakenBackWhileItDrainsKeepsItsWork() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.Send("10.0.0.1", "/", 3));
            var undo = ((World.Outcome.Done) world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN))).inverse();
            world.apply(undo.orElseThrow());
            world.advanceTo(SECOND);
            assertThat(totals(world).answered()).isEqualTo(3);
            assertThat(when(world, new Happening.Left(A)::equals)).isEmpty();
            assertThat(world.timeline().at(SECOND).servers().stream().map(ServerState::id))
                    .containsExactly(A, B, new ServerId("C"));
            assertThat(state(world, A).draining()).isFalse();
        }
    }

    @Test
    void takesLongerWhenSlowAndSpoilsAShareWhenFaulty() {
        try (var world = new SimulatedWorld(Scenario.of(
                steady("A", 10).behaving(new Behaviour.Slow(3)), steady("B", 10).behaving(new Behaviour.Errors(30))))) {
            world.apply(new Command.SetTraffic(constantly(200)));
            world.advanceTo(10 * SECOND);
            assertThat(endings(world).getFirst()).startsWith("20 ");
            assertThat(last(world, e -> e instanceof Happening.Completed(var _, var s, int _) && s.equals(A))
                                    .nanos()
                            % (10 * MILLI))
                    .isEqualTo(5 * MILLI);
            double spoiled = state(world, B).failed() / 1000.0;
            assertThat(spoiled).isCloseTo(0.3, within(0.05));
        }
    }

    @Test
    void tellsWhichKeysMovedWhenAServerJoinsLeavesOrFallsIll() {
        var scenario = three().with(PolicyChoice.of("textbook/mod-n")).with(HTTP);
        try (var world = new SimulatedWorld(scenario)) {
            assertThat(world.timeline().at(0).remap()).isEmpty();
            world.apply(new Command.AddServer(steady("D", 10)));
            var ledger = world.timeline().at(0).remap().orElseThrow();
            assertThat(ledger.entries()).hasSize(1000);
            assertThat(ledger.law()).isEqualTo(0.75);
            assertThat(ledger.fraction()).isCloseTo(0.75, within(0.06));
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            world.advanceTo(4 * SECOND);
            assertThat(when(world, Happening.Remapped.class::isInstance)).containsExactly(0L, 3000L);
        }
    }

    @Test
    void tellsWhatMovedWhenAServerBeginsToDrainAndNotAgainWhenItLeaves() {
        var scenario = three().with(PolicyChoice.of("textbook/ring")).with(constantly(500));
        try (var world = run(scenario, SECOND)) {
            world.apply(new Command.RemoveServer(A, Command.Leaving.DRAIN));
            world.advanceTo(2 * SECOND);
            var ledgers = all(world).stream()
                    .filter(e -> e.what() instanceof Happening.Remapped)
                    .toList();
            assertThat(when(world, Happening.Left.class::isInstance))
                    .singleElement()
                    .isNotEqualTo(1000L);
            assertThat(ledgers).singleElement().extracting(Event::nanos).isEqualTo(SECOND);
        }
    }

    @Test
    void writesNoLedgerWhenMoreThanTheKeyDecides() {
        try (var world = new SimulatedWorld(three())) {
            world.apply(new Command.AddServer(steady("D", 10)));
            assertThat(when(world, Happening.Remapped.class::isInstance)).isEmpty();
        }
    }

    @Test
    void refusesWhatMakesNoSenseInOneSentenceAndChangesNothing() {
        try (var world = new SimulatedWorld(three())) {
            long events = world.timeline().nextSequence();
            var before = world.scenario();
            assertThat(world.apply(new Command.SetWeight(new ServerId("Z"), 2)))
                    .isEqualTo(new World.Outcome.Rejected("no server is named Z; there are A, B, C"));
            assertThat(world.apply(new Command.AddServer(steady("A", 10))))
                    .isEqualTo(new World.Outcome.Rejected("two servers are named A"));
            assertThat(world.scenario()).isSameAs(before);
            assertThat(world.timeline().nextSequence()).isEqualTo(events);
        }
    }

    @Test
    void stepsFromEventToEventAndStopsWhenNothingWillEverHappen() {
        try (var world = new SimulatedWorld(Scenario.of(steady("A", 10)))) {
            assertThat(world.advanceToNext()).isFalse();
            world.apply(new Command.Send("10.0.0.1", "/", 1));
            assertThat(world.advanceToNext()).isTrue();
            assertThat(world.now()).isEqualTo(10 * MILLI);
            assertThat(world.advanceToNext()).isFalse();
            assertThat(world.now()).isEqualTo(10 * MILLI);
            world.advanceTo(5 * MILLI);
            assertThat(world.now()).isEqualTo(10 * MILLI);
        }
    }

    @Test
    void doesNothingMoreOnceClosed() {
        var world = new SimulatedWorld(three().with(constantly(100)));
        world.close();
        world.close();
        long events = world.timeline().nextSequence();
        world.advanceTo(SECOND);
        assertThat(world.timeline().nextSequence()).isEqualTo(events);
        assertThat(world.apply(new Command.SetWeight(A, 2))).isInstanceOf(World.Outcome.Rejected.class);
    }
}
