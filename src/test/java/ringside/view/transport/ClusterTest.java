package ringside.view.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.world.Timeline.Marker;
import ringside.world.Timeline.Marker.Kind;

final class ClusterTest {
    private static final long SECOND = 1_000_000_000;
    private static final TimeScale SCALE = new TimeScale(0, 100 * SECOND, 7, 1000);

    private static Marker at(double seconds, Kind kind) {
        return new Marker((long) (seconds * SECOND), 0, kind, "A");
    }

    @Test
    void leavesMarkersAloneThatAreFarEnoughApart() {
        var clusters = Cluster.on(SCALE, List.of(at(10, Kind.JOIN), at(12, Kind.EJECT)));
        assertThat(clusters).extracting(Cluster::x).containsExactly(107.0, 127.0);
        assertThat(clusters).allMatch(Cluster::single);
    }

    @Test
    void putsTogetherWhatWouldOverlap() {
        var clusters = Cluster.on(
                SCALE,
                List.of(at(10, Kind.EJECT), at(10.4, Kind.READMIT), at(10.9, Kind.EJECT), at(11.2, Kind.READMIT)));
        assertThat(clusters).extracting(c -> c.markers().size()).containsExactly(3, 1);
        assertThat(clusters.getFirst().x()).isEqualTo(111.5);
    }

    @Test
    void hasNoneWithoutMarkers() {
        assertThat(Cluster.on(SCALE, List.of())).isEmpty();
    }
}
