package ringside.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.sim.SimulatedWorld;
import ringside.world.Happening;

/** The time until a crashed server is out, and until one that recovered is back, as interval, rise and fall have it. */
final class HealthChecksRowTest {
    private static final long CRASH_NANOS = Duration.ofMillis(10_100).toNanos();

    private static SimulatedWorld crashed(String checks) {
        var world = Minute.of("health-checks").with(checks).world();
        world.advanceTo(CRASH_NANOS);
        Minute.say(world, "crash B");
        return world;
    }

    private static double secondsUntil(SimulatedWorld world, Class<? extends Happening> what, long since) {
        world.advanceTo(since + Duration.ofSeconds(30).toNanos());
        return world.timeline().events(0, world.timeline().nextSequence()).stream()
                .filter(e -> what.isInstance(e.what()) && e.nanos() > since)
                .mapToDouble(e -> (e.nanos() - since) / 1e9)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1s, 300ms, 3, 2.0, 3.0",
        "200ms, 100ms, 3, 0.4, 0.6",
        "2s, 500ms, 3, 4.0, 6.0",
        "1s, 300ms, 1, 0.0, 1.0",
        "1s, 300ms, 5, 4.0, 5.0",
    })
    void aCrashIsOutAfterTheNextCheckAndOnePauseForEachFurtherFailure(
            String every, String timeout, int fall, double least, double most) {
        var checks = "checks http every " + every + " timeout " + timeout + " rise 2 fall " + fall;
        try (var world = crashed(checks)) {
            assertThat(secondsUntil(world, Happening.Ejected.class, CRASH_NANOS))
                    .isBetween(least, most + 0.01);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1.0, 2.0", "1, 0.0, 1.0", "5, 4.0, 5.0"})
    void whoRecoversIsBackAfterTheNextCheckAndOnePauseForEachFurtherPass(int rise, double least, double most) {
        try (var world = crashed("checks http every 1s timeout 300ms rise " + rise + " fall 3")) {
            world.advanceTo(Duration.ofSeconds(20).toNanos());
            long recovered = world.now();
            Minute.say(world, "recover B");
            assertThat(secondsUntil(world, Happening.Readmitted.class, recovered))
                    .isBetween(least, most + 0.01);
        }
    }

    private static long changesInAMinute(String checks) {
        try (var world =
                Minute.of("health-checks").with(checks, "flap B 1s off 1s").world()) {
            world.advanceTo(Duration.ofMinutes(1).toNanos());
            return (long) Minute.told(world, Happening.Ejected.class).size()
                    + Minute.told(world, Happening.Readmitted.class).size();
        }
    }

    @Test
    void aHighRiseKeepsAFlappingServerOutAndALowOneLetsItSwing() {
        assertThat(changesInAMinute("checks http every 200ms timeout 100ms rise 2 fall 3"))
                .isBetween(55L, 60L);
        assertThat(changesInAMinute("checks http every 200ms timeout 100ms rise 8 fall 3"))
                .isEqualTo(1);
    }
}
