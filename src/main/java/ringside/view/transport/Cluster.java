package ringside.view.transport;

import java.util.ArrayList;
import java.util.List;
import ringside.world.Timeline.Marker;

/**
 * Markers too near each other to be told apart.
 *
 * @param x where they are drawn, in pixels
 * @param markers at least one, in order
 */
record Cluster(double x, List<Marker> markers) {
    /** Nearer than this two markers would overlap. */
    static final double NEAR = 11;

    /** Puts markers on a scale, those together that would overlap. */
    static List<Cluster> on(TimeScale scale, List<Marker> markers) {
        var clusters = new ArrayList<Cluster>();
        var together = new ArrayList<Marker>();
        double first = 0;
        for (var marker : markers) {
            double x = scale.xOf(marker.nanos());
            if (!together.isEmpty() && x - first >= NEAR) {
                clusters.add(of(scale, together));
                together.clear();
            }
            if (together.isEmpty()) {
                first = x;
            }
            together.add(marker);
        }
        if (!together.isEmpty()) {
            clusters.add(of(scale, together));
        }
        return clusters;
    }

    private static Cluster of(TimeScale scale, List<Marker> together) {
        double from = scale.xOf(together.getFirst().nanos());
        double to = scale.xOf(together.getLast().nanos());
        return new Cluster((from + to) / 2, List.copyOf(together));
    }

    /** Whether it is one marker alone. */
    boolean single() {
        return markers.size() == 1;
    }

    /** Whether all of them are of one kind. */
    boolean alike() {
        return markers.stream().map(Marker::kind).distinct().count() == 1;
    }
}
