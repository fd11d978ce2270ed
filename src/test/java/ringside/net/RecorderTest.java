package ringside.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.world.Broadcast;
import ringside.world.Event;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.Timeline;

final class RecorderTest {
    @Test
    void writesEverythingDownAndStopsWhenClosed() {
        var broadcast = new Broadcast(1 << 16);
        var timeline = new Timeline(Scenario.of());
        try (var recorder = new Recorder(broadcast, timeline)) {
            for (int i = 1; i <= 1000; i++) {
                broadcast.tell(i, new Happening.Notice("0 " + i));
            }
            assertThat(recorder.flush()).isTrue();
            assertThat(timeline.nextSequence()).isEqualTo(1001);
            broadcast.tell(2000, new Happening.Notice("0 1001"));
        }
        assertThat(timeline.event(1001)).map(Event::nanos).contains(2000L);
    }
}
