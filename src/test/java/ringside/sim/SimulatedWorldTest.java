package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ringside.engine.Pick;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Snapshot;
import ringside.world.Traffic;
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
            world.advanceTo(2500 * MILLI);
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
            assertThat(endings(world)).containsExactly("0 Refused[request=1, cause=NO_SERVERS]");
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
    void losesWhatAKilledServerHas() {
        try (var world = new SimulatedWorld(three())) {
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
            world.advanceTo(3 * SECOND);
            assertThat(when(world, Happening.Remapped.class::isInstance)).containsExactly(0L, 2000L);
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
                    .isEqualTo(new World.Outcome.Rejected("no server is named Z; there are [A, B, C]"));
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

    @Test
    void waitsAsLongAsTheoryExpectsOfOneWorkerAndPoissonArrivals() {
        // M/M/1 with 80 a second and 10 ms of work: 0.8 busy, 50 ms in the system on average, 4 requests
        var one = new ServerSpec(
                A,
                Optional.empty(),
                1,
                1,
                1_000_000,
                new Latency.Exponential(Duration.ofMillis(10)),
                Behaviour.HEALTHY);
        var scenario = Scenario.of(one)
                .with(new Traffic(new Arrivals.Poisson(80), 50, new Keys.Uniform(1000)))
                .with(Duration.ofMinutes(10))
                .seeded(42);
        try (var world = run(scenario, 2000 * SECOND)) {
            var arrived = world.timeline().events(0, world.timeline().nextSequence()).stream()
                    .filter(e -> e.what() instanceof Happening.Arrived)
                    .collect(Collectors.toMap(e -> ((Happening.Arrived) e.what()).request(), Event::nanos));
            double mean = world.timeline().events(0, world.timeline().nextSequence()).stream()
                    .filter(e -> e.what() instanceof Happening.Completed)
                    .mapToLong(e -> e.nanos()
                            - arrived.getOrDefault(((Happening.Completed) e.what()).request(), Long.MIN_VALUE))
                    .average()
                    .orElseThrow();
            assertThat(arrived.size() / 2000.0).isCloseTo(80, within(1.5));
            assertThat(mean / MILLI).isCloseTo(50, within(5.0));
        }
    }

    @Test
    void asksForZipfKeysInProportionToTheirRank() {
        var scenario =
                Scenario.of(steady("A", 0)).with(new Traffic(new Arrivals.Constant(1000), 7, new Keys.Zipf(100, 1)));
        try (var world = run(scenario, 20 * SECOND)) {
            var counts = arrivals(world).stream()
                    .collect(Collectors.groupingBy(Happening.Arrived::key, Collectors.counting()));
            // the harmonic number of 100 is 5.187
            assertThat(counts.getOrDefault("user:0", 0L) / 20_000.0).isCloseTo(1 / 5.187, within(0.01));
            assertThat(counts.getOrDefault("user:9", 0L) / 20_000.0).isCloseTo(0.1 / 5.187, within(0.005));
            assertThat(arrivals(world).stream().map(Happening.Arrived::client).distinct())
                    .hasSize(7);
        }
    }

    @Test
    void anotherPolicyMeetsTheSameRequestsAtTheSameTimes() {
        var scenario = three().with(new Traffic(new Arrivals.Poisson(200), 50, new Keys.Zipf(100, 1.1)));
        try (var turns = run(scenario, 5 * SECOND);
                var fewest = run(scenario.with(PolicyChoice.of("textbook/least-connections")), 5 * SECOND)) {
            assertThat(arrivals(turns)).isEqualTo(arrivals(fewest)).hasSizeGreaterThan(900);
        }
    }

    @Test
    void changingWhoComesDoesNotChangeWhen() {
        var scenario = three().with(new Traffic(new Arrivals.Poisson(200), 50, new Keys.Uniform(100)));
        try (var calm = new SimulatedWorld(scenario);
                var changed = new SimulatedWorld(scenario)) {
            calm.advanceTo(SECOND);
            changed.advanceTo(SECOND);
            changed.apply(new Command.SetTraffic(new Traffic(new Arrivals.Poisson(200), 3, new Keys.Uniform(7))));
            calm.advanceTo(3 * SECOND);
            changed.advanceTo(3 * SECOND);
            assertThat(when(changed, Happening.Arrived.class::isInstance))
                    .isEqualTo(when(calm, Happening.Arrived.class::isInstance));
        }
    }

    static Scenario three() {
        return Scenario.of(steady("A", 10), steady("B", 10), steady("C", 10));
    }

    static ServerSpec steady(String name, int millis) {
        return ServerSpec.named(name).taking(new Latency.Constant(Duration.ofMillis(millis)));
    }

    static Traffic constantly(double perSecond) {
        return Traffic.none().arriving(new Arrivals.Constant(perSecond));
    }

    private static SimulatedWorld run(Scenario scenario, long nanos) {
        var world = new SimulatedWorld(scenario);
        world.advanceTo(nanos);
        return world;
    }

    private static List<Event> all(World world) {
        return world.timeline().events(0, world.timeline().nextSequence());
    }

    private static List<Happening.Arrived> arrivals(World world) {
        return all(world).stream()
                .map(Event::what)
                .filter(Happening.Arrived.class::isInstance)
                .map(Happening.Arrived.class::cast)
                .toList();
    }

    private static List<Long> when(World world, Predicate<Happening> what) {
        return all(world).stream()
                .filter(e -> what.test(e.what()))
                .map(e -> e.nanos() / MILLI)
                .toList();
    }

    private static Event last(World world, Predicate<Happening> what) {
        return all(world).reversed().stream()
                .filter(e -> what.test(e.what()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> endings(World world) {
        return all(world).stream()
                .filter(e -> e.what() instanceof Happening.Completed
                        || e.what() instanceof Happening.Failed
                        || e.what() instanceof Happening.Refused)
                .map(e -> e.nanos() / MILLI + " " + e.what())
                .toList();
    }

    private static ServerState state(World world, ServerId id) {
        return world.timeline().at(world.now()).server(id).orElseThrow();
    }

    private static Snapshot.Totals totals(World world) {
        return world.timeline().at(world.now()).totals();
    }

    private static Map<String, Long> chosen(World world) {
        return world.timeline().at(world.now()).servers().stream()
                .collect(Collectors.toMap(s -> s.id().name(), ServerState::chosen));
    }

    @Test
    void aHundredSmallStepsAndOneLargeOneTellTheSameStory() {
        for (long seed = 1; seed <= 20; seed++) {
            var whole = Drama.play(seed, List.of(10 * SECOND));
            var again = Drama.play(seed, List.of(10 * SECOND));
            var split = Drama.play(
                    seed,
                    LongStream.rangeClosed(1, 100)
                            .mapToObj(i -> i * SECOND / 10)
                            .toList());
            assertThat(again).as("seed %d, twice", seed).isEqualTo(whole).hasSizeGreaterThan(500);
            assertThat(split).as("seed %d, in steps", seed).isEqualTo(whole);
        }
        assertThat(Drama.play(1, List.of(SECOND))).isNotEqualTo(Drama.play(2, List.of(SECOND)));
    }
}
