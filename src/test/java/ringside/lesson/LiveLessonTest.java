package ringside.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.sim.SimulatedWorld;
import ringside.world.World;
import ringside.world.WorldFactory;

final class LiveLessonTest {
    /* Cards have small worlds of their own in virtual time. */
    private static final WorldFactory WORLDS = (kind, scenario) ->
            kind == World.Kind.LIVE ? new LiveWorld(scenario, LiveOptions.anywhere()) : new SimulatedWorld(scenario);

    @Test
    void aRealZombieStaysGreenOverTcpAndIsThrownOutOverHttp() {
        var report = LessonCheck.check(Lessons.builtIn().find("zombies").orElseThrow(), WORLDS, new Replay());
        assertThat(report.failures()).isEmpty();
    }
}
