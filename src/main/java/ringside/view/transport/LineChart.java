package ringside.view.transport;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import ringside.view.parts.Inks;
import ringside.world.Second;
import ringside.world.Snapshot;

/** One or more lines over the seconds that are complete. */
final class LineChart extends Chart {
    /**
     * One line.
     *
     * @param value its height in a second
     * @param ink its colour
     */
    record Line(ToDoubleFunction<Second> value, Function<Inks, Color> ink) {}

    private final List<Line> lines;
    private final Function<Snapshot, String> figure;

    LineChart(String title, Snapshot first, List<Line> lines, Function<Snapshot, String> figure) {
        super(title, first);
        this.lines = lines;
        this.figure = figure;
        show(first);
    }

    @Override
    String figure(Snapshot snapshot) {
        return figure.apply(snapshot);
    }

    @Override
    void draw(GraphicsContext g, Snapshot snapshot, double width, double height) {
        var complete = complete(snapshot);
        double most = Math.max(
                1,
                lines.stream()
                        .flatMapToDouble(l -> complete.stream().mapToDouble(l.value()))
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(1));
        g.setFill(inks.inset());
        g.fillRect(0, height - 1, width, 1);
        for (var line : lines) {
            var values =
                    complete.stream().map(s -> line.value().applyAsDouble(s)).toList();
            line(g, values, most * 1.08, line.ink().apply(inks));
        }
    }

    /** All seconds but the one that is still going on. */
    static List<Second> complete(Snapshot snapshot) {
        var seconds = snapshot.seconds();
        return seconds.isEmpty() ? seconds : seconds.subList(0, seconds.size() - 1);
    }
}
