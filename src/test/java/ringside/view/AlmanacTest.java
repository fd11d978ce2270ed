package ringside.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.sim.SimulatedWorld;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Traffic;

final class AlmanacTest {
    private static final long SECOND = 1_000_000_000;

    private final SimulatedWorld world = new SimulatedWorld(
            Scenario.of(ServerSpec.named("A")).with(Traffic.none().arriving(new Arrivals.Constant(4))));
    private final Almanac almanac = new Almanac(world.timeline());

    private void read() {
        while (almanac.read(world.now())) {
            // one minute after the other
        }
    }

    @Test
    void tellsEachSecondThatIsOverOnce() {
        world.advanceTo(200 * SECOND + SECOND / 2);
        read();
        assertThat(almanac.seconds())
                .extracting(HeldSecond::index)
                .hasSize(200)
                .startsWith(0L, 1L)
                .endsWith(198L, 199L);
        assertThat(almanac.seconds().subList(1, 200)).allMatch(s -> s.arrived() == 4 && s.p99Nanos() > 0);
        read();
        assertThat(almanac.seconds()).hasSize(200);
        world.advanceTo(201 * SECOND + SECOND / 2);
        read();
        assertThat(almanac.seconds()).extracting(HeldSecond::index).hasSize(201).endsWith(199L, 200L);
    }

    @Test
    void countsSecondsInWhichNothingHappened() {
        world.apply(new Command.SetTraffic(Traffic.none()));
        world.advanceTo(150 * SECOND);
        read();
        assertThat(almanac.seconds()).hasSize(150).allMatch(s -> s.arrived() == 0 && s.p99Nanos() == 0);
    }

    @Test
    void forgetsWhatIsNoLongerHeld() {
        try (var small = new SimulatedWorld(world.scenario(), 400)) {
            var few = new Almanac(small.timeline());
            small.advanceTo(100 * SECOND);
            while (few.read(small.now())) {
                // one minute after the other
            }
            assertThat(few.seconds().getFirst().index())
                    .isEqualTo(small.timeline().earliest() / SECOND);
            assertThat(few.seconds().getLast().index()).isEqualTo(99);
        }
    }
}
