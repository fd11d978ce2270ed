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

/** Four figures of the last minute beside each other. */
final class Charts extends HBox {
    private static final long REDRAW_NANOS = 100_000_000;

    private final Show show;
    private final List<Chart> charts;
    private long drawn = System.nanoTime() - REDRAW_NANOS;

    Charts(Show show) {
        super(32);
        this.show = show;
        var first = show.snapshot();
        this.charts = List.of(rate(first), latency(first), errors(first), new ShareChart(first));
        charts.forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        getChildren().addAll(charts);
        show.snapshotProperty().subscribe(this::follow);
    }

    /* Ten times a second is enough while playing; a picture that stands still is drawn at once. */
    private void follow(Snapshot snapshot) {
        long now = System.nanoTime();
        if (!show.playingProperty().get() || now - drawn >= REDRAW_NANOS) {
            drawn = now;
            charts.forEach(c -> c.show(snapshot));
        }
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
