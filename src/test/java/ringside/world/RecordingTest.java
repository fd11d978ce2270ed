package ringside.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.world.Happening.Origin;
import ringside.world.Recording.Arrival;
import ringside.world.Recording.Service;

class RecordingTest {
    private static final Latency TEN = new Latency.Constant(Duration.ofMillis(10));

    private static Arrival at(long nanos, String client, String path) {
        return new Arrival(nanos, Origin.OURS, client, "GET", path, path, Optional.empty());
    }

    private static List<Arrival> all(Recording recording) {
        var all = new ArrayList<Arrival>();
        for (int i = 0; i < recording.size(); i++) {
            all.add(recording.arrival(i));
        }
        return all;
    }

    @Test
    void keepsEveryArrivalAsItWas() {
        var arrivals = new Arrival[] {
            at(5, "10.0.0.1", "/a"),
            new Arrival(
                    5, Origin.OUTSIDE, "127.0.0.1", "POST", "/b?x=1", "k", Optional.of(new Service(7_000_000, TEN))),
            at(9, "10.0.0.1", "/b?x=1"),
            new Arrival(12, Origin.OURS, "10.0.0.2", "", "", "10.0.0.2", Optional.empty())
        };
        var recording = Recording.of(arrivals);
        assertThat(all(recording)).containsExactly(arrivals);
        assertThat(recording.arrival(3).unopened()).isTrue();
        assertThat(recording).isEqualTo(Recording.of(arrivals)).hasSameHashCodeAs(Recording.of(arrivals));
        assertThat(recording).isNotEqualTo(Recording.of(arrivals[0], arrivals[1], arrivals[2]));
    }

    @Test
    void holdsMoreThanItBeganWithRoomFor() {
        var draft = new Recording.Draft();
        for (int i = 0; i < 1000; i++) {
            assertThat(draft.add(at(i, "10.0.0." + i % 7, "/" + i % 3))).isEqualTo(i);
        }
        var recording = draft.recording(0, 0);
        assertThat(recording.size()).isEqualTo(1000);
        assertThat(recording.arrival(999)).isEqualTo(at(999, "10.0.0.5", "/0"));
    }

    @Test
    void findsTheFirstFromAnInstantOn() {
        var recording = Recording.of(at(5, "a", "/"), at(5, "b", "/"), at(9, "c", "/"));
        assertThat(List.of(
                        recording.firstFrom(0),
                        recording.firstFrom(5),
                        recording.firstFrom(6),
                        recording.firstFrom(9),
                        recording.firstFrom(10)))
                .containsExactly(0, 0, 2, 2, 3);
    }

    @Test
    void takesNobodyBeforeTheLastOneOrBeforeItBegins() {
        assertThatThrownBy(() -> Recording.of(at(5, "a", "/"), at(4, "b", "/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("arrivals are in order, which the one at 4 ns after one at 5 ns is not");
        var draft = new Recording.Draft();
        draft.add(at(5, "a", "/"));
        assertThatThrownBy(() -> draft.recording(6, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceTakesAsManyTimesAsLongAsTheMedianIsLonger() {
        var service = new Service(12_000_000, TEN);
        assertThat(service.nanosUnder(TEN)).isEqualTo(12_000_000);
        assertThat(service.nanosUnder(new Latency.Constant(Duration.ofMillis(40))))
                .isEqualTo(48_000_000);
        assertThat(new Service(500, new Latency.Constant(Duration.ZERO)).nanosUnder(TEN))
                .isEqualTo(500);
    }
}
