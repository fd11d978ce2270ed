package ringside.config.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.sim.Drama;
import ringside.sim.Replay;
import ringside.world.Event;
import ringside.world.Progress;
import ringside.world.VirtualTime;
import ringside.world.World;

/** A run tells the very story that was saved. */
class RunStoriesTest {
    private static final long SECOND = 1_000_000_000;

    private static List<Event> events(VirtualTime world) {
        return world.timeline().events(0, world.timeline().nextSequence());
    }

    @Test
    void aHundredStoriesAreToldAgainEventByEvent() {
        for (long seed = 0; seed < 100; seed++) {
            try (var world = Drama.stage(seed, List.of(2 * SECOND + seed))) {
                var shown = world.timeline().at(world.now() / 2);
                var picture = new Picture(shown.nanos(), shown.sequence(), "flow", Runs.PREVIEW);
                var bytes = RunFile.write(
                        new Run("Drama " + seed, World.Kind.SIMULATED, world.tape(), picture), "Ringside");
                var run = RunFile.read("drama.ringside", bytes);
                try (var again = new Replay().open(run.tape(), Progress.UNWATCHED)) {
                    assertThat(events(again)).as("seed %s", seed).isEqualTo(events(world));
                    assertThat(again.timeline().at(run.picture().nanos())).isEqualTo(shown);
                }
            }
        }
    }
}
