package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.sim.SimulatedWorld;
import ringside.world.Happening;
import ringside.world.Happening.Recollection;

/** Sessions lost: without a cookie, with one, when the pinned server dies, and with a store for all. */
final class StickySessionsRowTest {
    private static SimulatedWorld world(String... commands) {
        return Minute.of("sticky-sessions")
                .with(commands)
                .with("traffic constant 25/s")
                .world();
    }

    private static void pass(SimulatedWorld world, int seconds) {
        world.advanceTo(world.now() + Duration.ofSeconds(seconds).toNanos());
    }

    private static long count(List<Happening.Recalled> some, Recollection session) {
        return some.stream().filter(r -> r.session() == session).count();
    }

    private static List<Happening.Recalled> recalled(SimulatedWorld world) {
        return Minute.told(world, Happening.Recalled.class);
    }

    /** How many sessions are lost in the ten seconds after a server has crashed that had four of twelve clients. */
    private static long lostByACrash(SimulatedWorld world) {
        pass(world, 10);
        int before = recalled(world).size();
        Minute.say(world, "crash B");
        pass(world, 10);
        var after = recalled(world);
        return count(after.subList(before, after.size()), Recollection.LOST);
    }

    @Test
    void withoutACookieTwoOfThreeRequestsMeetAServerThatDoesNotKnowThem() {
        try (var world = world("clients 200")) {
            pass(world, 200);
            double lost = count(recalled(world), Recollection.LOST);
            assertThat(lost / recalled(world).size()).isCloseTo(2 / 3.0, within(0.05));
        }
    }

    @Test
    void withACookieNoneIsLostUntilTheServerDiesAndThenItsFour() {
        try (var world = world("sticky cookie AT")) {
            pass(world, 10);
            assertThat(count(recalled(world), Recollection.BEGUN)).isEqualTo(12);
            assertThat(count(recalled(world), Recollection.LOST)).isZero();
            assertThat(lostByACrash(world)).isEqualTo(4);
        }
    }

    @Test
    void withAStoreForAllNoneIsLostEvenThen() {
        try (var world = world("sticky cookie AT", "sessions shared")) {
            assertThat(lostByACrash(world)).isZero();
            assertThat(count(recalled(world), Recollection.LOST)).isZero();
        }
    }
}
