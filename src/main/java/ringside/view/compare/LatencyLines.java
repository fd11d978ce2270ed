package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import ringside.view.Figures;
import ringside.view.parts.Inks;
import ringside.world.LatencyFigures;
import ringside.world.Side;

/** The 99th percentile of each side over time: lines told apart by number, dashes and colour. */
final class LatencyLines extends Region {
    private static final double LEFT = 64;
    private static final double RIGHT = 22;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final double LINE = 12;
    private static final int GRID_LINES = 4;
    private static final double[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}};

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::draw);
    private List<Side> sides = List.of();
    private long from;
    private long until;
    private long at;

    LatencyLines() {
        setId("p99-lines");
        setMinHeight(120);
        getChildren().addAll(inks, canvas);
        setAccessibleText(text("compare.lines"));
    }

    /** Shows the lines of a telling. */
    void show(Telling telling) {
        sides = telling.comparison().sides();
        from = telling.contest().fromNanos();
        until = telling.contest().nanos();
        draw();
    }

    /** Marks the instant that is shown. */
    void at(long nanos) {
        at = nanos;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(Font.font("Inter", 11));
        g.setTextBaseline(VPos.CENTER);
        double greatest = Math.max(1_000_000, greatest());
        double step = step(greatest / GRID_LINES);
        int lines = (int) Math.ceil(greatest / step);
        double most = step * lines;
        drawGrid(g, step, lines);
        var ends = new ArrayList<End>();
        for (int side = 0; side < sides.size(); side++) {
            if (sides.get(side) instanceof Side.Told told) {
                ends.add(drawLine(g, side, told.soFar().sixtieths(), most));
            }
        }
        number(g, ends);
        double x = xOf(at);
        g.setStroke(inks.text());
        g.setLineWidth(1);
        g.setLineDashes();
        g.strokeLine(Math.rint(x) + 0.5, TOP, Math.rint(x) + 0.5, canvas.getHeight() - BOTTOM);
    }

    private double greatest() {
        return sides.stream()
                .filter(Side.Told.class::isInstance)
                .flatMap(s -> ((Side.Told) s).soFar().sixtieths().stream())
                .mapToDouble(LatencyFigures::p99Nanos)
                .max()
                .orElse(0);
    }

    private double xOf(long nanos) {
        double share = Math.clamp((nanos - from) / (double) Math.max(1, until - from), 0, 1);
        return LEFT + share * (canvas.getWidth() - LEFT - RIGHT);
    }

    private double yOf(double value, double most) {
        return canvas.getHeight() - BOTTOM - value / most * (canvas.getHeight() - TOP - BOTTOM);
    }

    /** The least of 1, 2 or 5 times a power of ten that is no less. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double times = least / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private void drawGrid(GraphicsContext g, double step, int lines) {
        g.setFill(inks.muted());
        g.setLineWidth(1);
        g.setLineDashes();
        for (int line = 0; line <= lines; line++) {
            double y = Math.rint(yOf(line, lines)) + 0.5;
            g.setStroke(inks.inset());
            g.strokeLine(LEFT, y, canvas.getWidth() - RIGHT, y);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(line == 0 ? "0" : Figures.span(Math.round(step * line)), LEFT - 8, y);
        }
        double foot = canvas.getHeight() - BOTTOM / 2 + 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Figures.clock(from).substring(0, 5), LEFT, foot);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Figures.clock(until).substring(0, 5), canvas.getWidth() - RIGHT, foot);
    }

    /** Where a side's line ends. */
    private record End(int side, double x, double y) {}

    private End drawLine(GraphicsContext g, int side, List<LatencyFigures> points, double most) {
        g.setStroke(inks.side(side));
        g.setLineWidth(1.6);
        g.setLineDashes(DASHES[side]);
        g.beginPath();
        var end = new End(side, LEFT, yOf(0, most));
        boolean begun = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).count() > 0) {
                end = new End(
                        side,
                        xOf(until / points.size() * (i + 1)),
                        yOf((double) points.get(i).p99Nanos(), most));
                if (begun) {
                    g.lineTo(end.x(), end.y());
                } else {
                    g.moveTo(end.x(), end.y());
                }
                begun = true;
            }
        }
        g.stroke();
        return end;
    }

    /* Lines that end close to each other have their numbers one below the other. */
    private void number(GraphicsContext g, List<End> ends) {
        g.setTextAlign(TextAlignment.LEFT);
        double free = 0;
        for (var end : ends.stream().sorted(Comparator.comparingDouble(End::y)).toList()) {
            double y = Math.max(free, end.y());
            free = y + LINE;
            g.setFill(inks.side(end.side()));
            g.fillText(String.valueOf(end.side() + 1), end.x() + 7, y);
        }
    }
}
