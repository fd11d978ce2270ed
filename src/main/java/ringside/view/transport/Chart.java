package ringside.view.transport;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import ringside.view.parts.Controls;
import ringside.view.parts.Inks;
import ringside.world.Snapshot;

/** A small picture of the last minute with its newest figure. */
abstract sealed class Chart extends Region permits LineChart, ShareChart {
    static final int SECONDS = 60;

    private static final double TOP = 20;

    private final Label title;
    private final Label figure = Controls.label("", "chart-value");
    private final Canvas canvas = new Canvas();
    private Snapshot shown;
    final Inks inks = new Inks(this::redraw);

    Chart(String title, Snapshot first) {
        this.title = Controls.label(title, "chart-title");
        this.shown = first;
        getChildren().addAll(inks, canvas, this.title, figure);
        setPrefHeight(74);
        setMinHeight(74);
        setPrefWidth(240);
        setMinWidth(120);
        setAccessibleText(title);
    }

    /** The figure beside the title. */
    abstract String figure(Snapshot snapshot);

    /** Draws within a width and a height. */
    abstract void draw(GraphicsContext g, Snapshot snapshot, double width, double height);

    final void show(Snapshot snapshot) {
        shown = snapshot;
        figure.setText(figure(snapshot));
        redraw();
    }

    final void redraw() {
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.CENTER);
        draw(g, shown, canvas.getWidth(), canvas.getHeight());
    }

    @Override
    protected void layoutChildren() {
        double figureWidth = figure.prefWidth(-1);
        title.resizeRelocate(0, 0, Math.max(0, getWidth() - figureWidth - 6), 16);
        figure.resizeRelocate(getWidth() - figureWidth, 0, figureWidth, 16);
        canvas.relocate(0, TOP);
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight() - TOP) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight() - TOP);
            redraw();
        }
    }

    /** A line through values, the first at the left edge, with a gap where there is none; the whole width is a minute. */
    static void line(GraphicsContext g, List<Double> values, double most, Color colour) {
        double width = g.getCanvas().getWidth();
        double height = g.getCanvas().getHeight();
        g.setStroke(colour);
        g.setLineWidth(1.4);
        g.beginPath();
        boolean down = false;
        for (int i = 0; i < values.size(); i++) {
            double x = 1 + i * (width - 2) / (SECONDS - 2);
            double y = height - 2 - Math.min(1, values.get(i) / most) * (height - 6);
            boolean there = !Double.isNaN(y);
            if (there && down) {
                g.lineTo(x, y);
            } else if (there) {
                g.moveTo(x, y);
            }
            down = there;
        }
        g.stroke();
    }
}
