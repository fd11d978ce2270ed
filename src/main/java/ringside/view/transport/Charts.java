package ringside.view.transport;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.ToLongFunction;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.view.Figures;
import ringside.view.Show;
import ringside.view.parts.Inks;
import ringside.world.Latencies;
import ringside.world.Second;
import ringside.world.Snapshot;

/**
 * Four figures of the last minute beside each other: where servers have caches, what these spare the origin in place of who
 * got how much.
 */
final class Charts extends HBox {
    private static final long REDRAW_NANOS = 100_000_000;

    private final Show show;
    private final List<Chart> usual;
    private final List<Chart> cached;
    private long drawn = System.nanoTime() - REDRAW_NANOS;

    Charts(Show show) {
        super(32);
        this.show = show;
        var first = show.snapshot();
        var latency = latency(first);
        var errors = errors(first);
        var shares = new ShareChart(first, show.identities());
        usual = List.of(rate(first), latency, errors, shares);
        cached = List.of(hits(first), load(first), latency, errors);
        usual.forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        cached.forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        getChildren().setAll(suited(first));
        show.snapshotProperty().subscribe(this::follow);
        show.veiledProperty().subscribe(shares::veil);
    }

    /* Ten times a second is enough while playing; a picture that stands still is drawn at once. */
    private void follow(Snapshot snapshot) {
        long now = System.nanoTime();
        if (!show.playingProperty().get() || now - drawn >= REDRAW_NANOS) {
            drawn = now;
            var charts = suited(snapshot);
            if (!getChildren().equals(charts)) {
                getChildren().setAll(charts);
            }
            charts.forEach(c -> c.show(snapshot));
        }
    }

    private List<Chart> suited(Snapshot snapshot) {
        return snapshot.scenario().caching().isPresent() ? cached : usual;
    }

    private static Chart rate(Snapshot first) {
        var line = new LineChart.Line(Second::arrived, Inks::accent);
        return new LineChart(text("chart.rate"), first, List.of(line), s -> Figures.count(newest(s, Second::arrived)));
    }

    private static Chart latency(Snapshot first) {
        var half = new LineChart.Line(s -> s.latencies().percentile(0.5), Inks::muted);
        var most = new LineChart.Line(s -> s.latencies().percentile(0.99), Inks::text);
        return new LineChart(text("chart.latency"), first, List.of(half, most), Charts::percentiles);
    }

    private static Chart hits(Snapshot first) {
        var line = new LineChart.Line(Charts::hitRatio, Inks::good);
        return new LineChart(text("chart.hits"), first, List.of(line), s -> {
            var complete = LineChart.complete(s);
            return complete.isEmpty() || complete.getLast().looks().all() == 0
                    ? "–"
                    : Figures.percent(hitRatio(complete.getLast()));
        });
    }

    /* A second in which nobody looked has no ratio: the line has a gap there. */
    private static double hitRatio(Second second) {
        return second.looks().all() == 0 ? Double.NaN : second.looks().hitRatio();
    }

    private static Chart load(Snapshot first) {
        var asked = new LineChart.Line(Second::arrived, Inks::accent);
        var fetched = new LineChart.Line(Second::fetches, Inks::text);
        return new LineChart(
                text("chart.origin"),
                first,
                List.of(asked, fetched),
                s -> Figures.count(newest(s, Second::arrived)) + " · " + Figures.count(newest(s, Second::fetches)));
    }

    private static Chart errors(Snapshot first) {
        var line = new LineChart.Line(Second::errors, Inks::bad);
        return new LineChart(
                text("chart.errors"),
                first,
                List.of(line),
                s -> Figures.count(
                        s.seconds().stream().mapToLong(Second::errors).sum()));
    }

    private static long newest(Snapshot snapshot, ToLongFunction<Second> of) {
        var complete = LineChart.complete(snapshot);
        return complete.isEmpty() ? 0 : of.applyAsLong(complete.getLast());
    }

    private static String percentiles(Snapshot snapshot) {
        var seconds = snapshot.seconds();
        var all = new Latencies();
        seconds.subList(Math.max(0, seconds.size() - 10), seconds.size()).forEach(s -> all.addAll(s.latencies()));
        return all.total() == 0
                ? "–"
                : Figures.millis(all.percentile(0.5)) + " · " + Figures.millis(all.percentile(0.99));
    }
}
