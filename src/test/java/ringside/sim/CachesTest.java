package ringside.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.sim.Stories.all;
import static ringside.sim.Stories.run;
import static ringside.sim.Stories.state;
import static ringside.sim.Stories.steady;
import static ringside.sim.Stories.totals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ringside.engine.ServerId;
import ringside.engine.cache.CacheRules;
import ringside.world.Behaviour;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.Happening;
import ringside.world.Latency;
import ringside.world.Looks;
import ringside.world.OriginLoad;
import ringside.world.Scenario;
import ringside.world.World;

/** Servers with caches, and what they ask of the origin behind them. */
class CachesTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final ServerId A = new ServerId("A");
    private static final CacheRules RULES = CacheRules.plain(10, Duration.ofSeconds(1));

    private static Caching caching(CacheRules rules, int workers, int queue) {
        return new Caching(
                rules,
                Duration.ofMillis(1),
                new Caching.Origin(workers, queue, new Latency.Constant(Duration.ofMillis(100))));
    }

    /** One server that would take 10 ms for itself, whose cache works so before an origin for all. */
    private static Scenario one(CacheRules rules) {
        return Scenario.of(steady("A", 10)).caching(Optional.of(caching(rules, 10, 0)));
    }

    private static void ask(World world, String key) {
        world.apply(Command.Send.forKey("10.0.0.1", key, 1));
    }

    /** What happened in a world, of which something is true, with its milliseconds. */
    private static List<String> told(World world, Predicate<Happening> what) {
        return all(world).stream()
                .filter(e -> what.test(e.what()))
                .map(e -> e.nanos() / MILLI + " " + e.what())
                .toList();
    }

    private static Looks looks(World world) {
        return state(world, A).looks();
    }

    private static OriginLoad origin(World world) {
        return world.timeline().at(world.now()).origin();
    }

    @Test
    void aMissTakesAsLongAsTheOriginAndAHitTakesTheTimeOfAHit() {
        try (var world = run(one(RULES), 0)) {
            ask(world, "a");
            world.advanceTo(500 * MILLI);
            ask(world, "a");
            world.advanceTo(2 * SECOND);
            ask(world, "a");
            world.advanceTo(3 * SECOND);

            assertThat(told(
                            world,
                            h -> h instanceof Happening.LookedUp
                                    || h instanceof Happening.OfOrigin
                                    || h instanceof Happening.Completed))
                    .containsExactly(
                            "0 LookedUp[request=1, server=A, found=MISS]",
                            "0 OriginAsked[fetch=1, server=A, key=a, need=MISS, underWay=0]",
                            "100 OriginAnswered[fetch=1, server=A, key=a, tookNanos=100000000]",
                            "100 Completed[request=1, server=A, status=200]",
                            "500 LookedUp[request=2, server=A, found=HIT]",
                            "501 Completed[request=2, server=A, status=200]",
                            "2000 LookedUp[request=3, server=A, found=MISS]",
                            "2000 OriginAsked[fetch=2, server=A, key=a, need=MISS, underWay=0]",
                            "2100 OriginAnswered[fetch=2, server=A, key=a, tookNanos=100000000]",
                            "2100 Completed[request=3, server=A, status=200]");
            assertThat(looks(world)).isEqualTo(new Looks(1, 0, 2, 0));
            assertThat(origin(world)).isEqualTo(new OriginLoad(2, 2, 2, 0));
        }
    }

    @Test
    void aHerdAsksOnceInSingleFlightAndHoldsItsWorkers() {
        try (var world = run(one(RULES), 0)) {
            world.apply(Command.Send.forKey("10.0.0.1", "a", 9));
            assertThat(origin(world)).isEqualTo(new OriginLoad(8, 1, 0, 0));
            assertThat(state(world, A).queued()).isOne();
            world.advanceTo(SECOND / 2);
            assertThat(looks(world)).isEqualTo(new Looks(1, 0, 8, 0));
        }
        try (var world = run(one(RULES.inSingleFlight(true)), 0)) {
            world.apply(Command.Send.forKey("10.0.0.1", "a", 9));
            assertThat(origin(world)).isEqualTo(new OriginLoad(1, 1, 0, 0));
            assertThat(state(world, A).queued()).isOne();
            world.advanceTo(101 * MILLI);
            assertThat(looks(world)).isEqualTo(new Looks(1, 0, 1, 7));
            assertThat(totals(world).answered()).isEqualTo(9);
        }
    }

    @Test
    void whatIsStaleIsServedAtOnceAndRefreshedAside() {
        try (var world = run(one(RULES.servedStale(Duration.ofSeconds(5))), 0)) {
            ask(world, "a");
            world.advanceTo(2 * SECOND);
            ask(world, "a");
            ask(world, "a");
            world.advanceTo(2 * SECOND + MILLI);
            assertThat(totals(world).answered()).isEqualTo(3);
            assertThat(looks(world)).isEqualTo(new Looks(0, 2, 1, 0));
            assertThat(origin(world)).isEqualTo(new OriginLoad(2, 2, 1, 0));
            world.advanceTo(3 * SECOND);
            ask(world, "a");
            assertThat(looks(world)).isEqualTo(new Looks(1, 2, 1, 0));
        }
    }

    @Test
    void anOriginWithoutRoomLeavesItsAskersWithout() {
        var scenario = Scenario.of(steady("A", 10)).caching(Optional.of(caching(RULES, 1, 1)));
        try (var world = run(scenario, 0)) {
            List.of("a", "b", "c").forEach(key -> ask(world, key));
            world.advanceTo(SECOND);
            assertThat(told(world, h -> h instanceof Happening.Failed || h instanceof Happening.OriginRefused))
                    .containsExactly(
                            "0 OriginRefused[fetch=3, server=A, key=c]",
                            "0 Failed[request=3, failure=SERVER_ERROR, status=503]");
            assertThat(origin(world)).isEqualTo(new OriginLoad(3, 3, 2, 1));
            assertThat(told(world, Happening.Completed.class::isInstance))
                    .containsExactly(
                            "100 Completed[request=1, server=A, status=200]",
                            "200 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void eachServerFetchesForItself() {
        var two = Scenario.of(steady("A", 10), steady("B", 10)).caching(Optional.of(caching(RULES, 1, 10)));
        try (var world = run(two, 0)) {
            ask(world, "a");
            ask(world, "a");
            world.advanceTo(SECOND);
            assertThat(told(world, Happening.OriginAnswered.class::isInstance))
                    .containsExactly(
                            "100 OriginAnswered[fetch=1, server=A, key=a, tookNanos=100000000]",
                            "200 OriginAnswered[fetch=2, server=B, key=a, tookNanos=200000000]");
            assertThat(world.timeline().at(world.now()).looks()).isEqualTo(new Looks(0, 0, 2, 0));
        }
    }

    @Test
    void aCrashedServerComesBackWithNothingAndWhatWasUnderWayComesForNothing() {
        try (var world = run(one(RULES), 0)) {
            ask(world, "a");
            world.advanceTo(200 * MILLI);
            ask(world, "b");
            world.apply(new Command.SetBehaviour(A, new Behaviour.Crashed()));
            world.apply(new Command.SetBehaviour(A, Behaviour.HEALTHY));
            world.advanceTo(400 * MILLI);
            ask(world, "a");
            ask(world, "b");
            assertThat(looks(world)).isEqualTo(new Looks(0, 0, 4, 0));
            assertThat(origin(world)).isEqualTo(new OriginLoad(4, 4, 2, 0));
        }
    }

    @Test
    void theClientWhoGaveUpStillHoldsItsWorker() {
        var busy = Scenario.of(steady("A", 10).sized(1, 10)).caching(Optional.of(caching(RULES, 1, 0)));
        try (var world = run(busy.with(Duration.ofMillis(50)), 0)) {
            ask(world, "a");
            world.advanceTo(60 * MILLI);
            ask(world, "a");
            world.advanceTo(SECOND);
            assertThat(told(world, h -> h instanceof Happening.Failed || h instanceof Happening.Completed))
                    .containsExactly(
                            "50 Failed[request=1, failure=TIMED_OUT, status=504]",
                            "101 Completed[request=2, server=A, status=200]");
        }
    }

    @Test
    void whatIsAskedForCountsEvenWhereNobodyLooksInside() {
        try (var world = run(one(RULES).with(Handling.USUAL.with(Handling.Layer.TCP)), 0)) {
            ask(world, "a");
            ask(world, "b");
            assertThat(told(world, Happening.OriginAsked.class::isInstance))
                    .containsExactly(
                            "0 OriginAsked[fetch=1, server=A, key=a, need=MISS, underWay=0]",
                            "0 OriginAsked[fetch=2, server=A, key=b, need=MISS, underWay=0]");
        }
    }

    @Test
    void cachesComeAndGoWithACommandAndItsInverse() {
        try (var world = run(Scenario.of(steady("A", 10)), 0)) {
            var given = new Command.SetCache(Optional.of(caching(RULES, 10, 0)));
            var done = (World.Outcome.Done) world.apply(given);
            assertThat(done.inverse()).contains(new Command.SetCache(Optional.empty()));
            ask(world, "a");
            world.apply(new Command.SetCache(Optional.of(caching(RULES.inSingleFlight(true), 10, 0))));
            ask(world, "a");
            world.apply(done.inverse().orElseThrow());
            ask(world, "a");
            world.advanceTo(SECOND);
            assertThat(told(world, Happening.Completed.class::isInstance))
                    .containsExactly(
                            "10 Completed[request=3, server=A, status=200]",
                            "100 Completed[request=1, server=A, status=200]",
                            "100 Completed[request=2, server=A, status=200]");
            assertThat(looks(world)).isEqualTo(new Looks(0, 0, 1, 1));
        }
    }
}
