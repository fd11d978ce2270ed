package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringside.sim.SimulatedWorld;
import ringside.world.Happening;
import ringside.world.RunFigures;

/** Lost and slow requests: a crash beside a zombie, with a shorter timeout, and when the traffic throws it out. */
final class ZombiesRowTest {
    private static RunFigures minute(String... commands) {
        return Minute.of("zombies").with("traffic constant 40/s").with(commands).figures();
    }

    @Test
    void aCrashLosesNothingThatGoesOnElsewhereAndAZombieLosesWhateverItIsGiven() {
        assertThat(minute("crash B").dropped()).isZero();
        var zombie = minute("zombie B");
        assertThat(zombie.dropped()).isGreaterThan(30);
        assertThat(zombie.totals().timedOut()).isEqualTo(zombie.dropped());
    }

    @Test
    void theTcpCheckStaysGreenAndTheHttpCheckTurnsRed() {
        assertThat(ejections("checks tcp every 1s timeout 500ms rise 2 fall 3")).isZero();
        assertThat(ejections("checks http every 1s timeout 500ms rise 2 fall 3"))
                .isEqualTo(1);
    }

    private static long ejections(String checks) {
        try (var world = Minute.of("zombies").with(checks, "zombie B").world()) {
            world.advanceTo(Duration.ofSeconds(20).toNanos());
            return Minute.told(world, Happening.Ejected.class).size();
        }
    }

    @Test
    void aShorterTimeoutSparesTheWaitAndLosesMore() {
        var patient = minute("zombie B", "timeout 1s");
        var hasty = minute("zombie B", "timeout 300ms");
        assertThat(patient.all().maxNanos()).isBetween(1_000_000_000L, 1_001_000_000L);
        assertThat(hasty.all().maxNanos()).isBetween(300_000_000L, 301_000_000L);
        assertThat(hasty.dropped()).isGreaterThan(2 * patient.dropped());
    }

    @Test
    void theTrafficThrowsAZombieOutAfterThreeLostRequestsAndTriesItAgain() {
        var left = minute("zombie B");
        var thrownOut = minute("zombie B", "eject after 3 for 10s most 50%");
        assertThat(thrownOut.dropped()).isBetween(3L, left.dropped() / 2);
        try (SimulatedWorld world = Minute.of("zombies")
                .with("traffic constant 40/s", "eject after 3 for 10s most 50%", "zombie B")
                .world()) {
            world.advanceTo(Duration.ofSeconds(10).toNanos());
            assertThat(Minute.told(world, Happening.PassivelyEjected.class)).hasSize(1);
            assertThat(Minute.told(world, Happening.Ejected.class)).isEmpty();
        }
    }
}
