package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import ringside.view.Figures;
import ringside.view.HeldSecond;
import ringside.view.Show;
import ringside.view.parts.Inks;
import ringside.world.Timeline.Marker;

/** Behind the thumb of the scrubber: markers on the track, and below it how each second went. */
final class Backdrop extends Region {
    /*
     * It is drawn again when something is new, or when the time that is held has grown so far that half a pixel would be
     * wrong, ten times a second at most: not with every frame.
     */
    /** How high the lane of the markers is, in pixels. */
    static final double FLAGS = 16;

    private static final double CHART_TOP = 21;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final double REACH = 6;
    private static final int MOST_TOLD = 6;

    private final Show show;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::refresh);
    private final Flags flags = new Flags(inks);
    private final HeldChart chart = new HeldChart(inks);
    private TimeScale wanted = new TimeScale(0, 1, 0, 1);
    private TimeScale drawn = wanted;
    private List<Cluster> clusters = List.of();
    private long newestMarker = -1;
    private boolean stale = true;
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;
    private final PauseTransition later = new PauseTransition(Duration.millis(REDRAW_NANOS / 1e6));

    Backdrop(Show show) {
        this.show = show;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(inks, canvas);
        later.setOnFinished(_ -> follow(wanted));
    }

    /** Something is new that the scale does not tell. */
    void refresh() {
        stale = true;
        later.play();
    }

    /** Shows what is held on a scale. */
    void follow(TimeScale scale) {
        wanted = scale;
        long now = System.nanoTime();
        var markers = show.markers();
        long newest = markers.isEmpty() ? -1 : markers.getLast().sequence();
        if (newest != newestMarker) {
            newestMarker = newest;
            stale = true;
        }
        boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
        if (!resized && !stale && drawn.fits(wanted)) {
            return;
        }
        if (resized || now - drawnAt >= REDRAW_NANOS) {
            draw(markers);
            drawnAt = now;
        } else {
            later.play();
        }
    }

    private void draw(List<Marker> markers) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        drawn = wanted;
        stale = false;
        clusters = Cluster.on(drawn, markers);
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        chart.draw(g, drawn, show.secondsProperty().get(), CHART_TOP, getHeight() - CHART_TOP);
        clusters.forEach(c -> flags.draw(g, c, FLAGS / 2));
    }

    private Optional<Cluster> clusterAt(double x, double y) {
        return y > FLAGS + 2
                ? Optional.empty()
                : clusters.stream()
                        .filter(c -> Math.abs(c.x() - x) <= REACH)
                        .min(Comparator.comparingDouble(c -> Math.abs(c.x() - x)));
    }

    /** The instant of the marker at a place, the first of several. */
    OptionalLong markerAt(double x, double y) {
        return clusterAt(x, y)
                .map(c -> OptionalLong.of(c.markers().getFirst().nanos()))
                .orElse(OptionalLong.empty());
    }

    /** What is to be said of a place: its markers, or its second. */
    String tell(double x, double y) {
        return clusterAt(x, y).map(Backdrop::tell).orElseGet(() -> tellSecond(wanted.nanosAt(x)));
    }

    private static String tell(Cluster cluster) {
        var all = cluster.markers();
        var told = all.stream().limit(MOST_TOLD).map(Flags::tell).collect(Collectors.joining("\n"));
        return all.size() > MOST_TOLD ? told + "\n" + text("marker.more", all.size() - MOST_TOLD) : told;
    }

    private String tellSecond(long nanos) {
        var seconds = show.secondsProperty().get();
        var second = HeldChart.find(seconds, nanos);
        return second.map(s -> tell(s, nanos)).orElse(Figures.clock(nanos));
    }

    private static String tell(HeldSecond second, long nanos) {
        return text(
                "transport.second",
                Figures.clockSeconds(nanos),
                Figures.count(second.arrived()),
                Figures.count(second.errors()),
                second.p99Nanos() == 0 ? "–" : Figures.span(second.p99Nanos()));
    }
}
