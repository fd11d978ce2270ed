package ringside.view.compare;

import static ringside.view.Texts.text;

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
        double most = Math.max(1_000_000, greatest() * 1.08);
        drawGrid(g, most);
        for (int side = 0; side < sides.size(); side++) {
            if (sides.get(side) instanceof Side.Told told) {
                drawLine(g, side, told.soFar().sixtieths(), most);
            }
        }
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

    private void drawGrid(GraphicsContext g, double most) {
        g.setFill(inks.muted());
        g.setLineWidth(1);
        g.setLineDashes();
        for (int line = 0; line < GRID_LINES; line++) {
            double value = most / 1.08 * line / (GRID_LINES - 1);
            double y = Math.rint(yOf(value, most)) + 0.5;
            g.setStroke(inks.inset());
            g.strokeLine(LEFT, y, canvas.getWidth() - RIGHT, y);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Figures.span((long) value), LEFT - 8, y);
        }
        double foot = canvas.getHeight() - BOTTOM / 2 + 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Figures.clock(from).substring(0, 5), LEFT, foot);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Figures.clock(until).substring(0, 5), canvas.getWidth() - RIGHT, foot);
    }

    private void drawLine(GraphicsContext g, int side, List<LatencyFigures> points, double most) {
        g.setStroke(inks.side(side));
        g.setLineWidth(1.6);
        g.setLineDashes(DASHES[side]);
        g.beginPath();
        double lastX = LEFT;
        double lastY = yOf(0, most);
        boolean begun = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).count() == 0) {
                continue;
            }
            lastX = xOf(until / points.size() * (i + 1));
            lastY = yOf(points.get(i).p99Nanos(), most);
            if (begun) {
                g.lineTo(lastX, lastY);
            } else {
                g.moveTo(lastX, lastY);
                begun = true;
            }
        }
        g.stroke();
        g.setFill(inks.side(side));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(String.valueOf(side + 1), lastX + 6, lastY);
    }
}
