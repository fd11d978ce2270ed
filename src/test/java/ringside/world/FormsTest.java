package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ringside.engine.Reason;
import ringside.engine.ServerId;

class FormsTest {
    private static final Scenario NOBODY = Scenario.of();

    @Test
    void whateverHappenedIsReadAsItWasTold() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            var any = new AnyHappening(seed);
            var timeline = new Timeline(NOBODY, Timeline.Room.USUAL, 1 + random.nextInt(300));
            var told = new ArrayList<>(List.of(timeline.event(0).orElseThrow()));
            var kinds = AnyHappening.kinds(Happening.class).toList();
            for (int round = 0; round < 20; round++) {
                for (var kind : kinds) {
                    long nanos = Math.max(0, timeline.latest() + (random.nextLong() >>> random.nextInt(20, 64)));
                    told.add(timeline.append(nanos, any.of(kind)));
                }
            }
            assertThat(timeline.events(0, Long.MAX_VALUE)).isEqualTo(told);
            for (int i = 0; i < 100; i++) {
                int sequence = random.nextInt(told.size());
                assertThat(timeline.event(sequence)).contains(told.get(sequence));
            }
        }
    }

    @Test
    void everyReasonIsReadAsItWasTold() {
        var any = new AnyHappening(4);
        var reasons = new ArrayList<Reason>();
        AnyHappening.kinds(Reason.class).forEach(kind -> {
            for (int i = 0; i < 50; i++) {
                reasons.add((Reason) any.record(kind));
            }
        });
        var timeline = new Timeline(NOBODY);
        reasons.forEach(why -> timeline.append(0, new Happening.Routed(1, new ServerId("A"), 1, why)));
        assertThat(timeline.events(1, Long.MAX_VALUE).stream().map(e -> ((Happening.Routed) e.what()).why()))
                .isEqualTo(reasons);
    }

    @Test
    void refusesToWriteDownWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Forms.of(Thread.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is known of how to write down class java.lang.Thread");
    }
}
