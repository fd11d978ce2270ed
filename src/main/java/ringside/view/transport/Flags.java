package ringside.view.transport;

import static ringside.view.Texts.text;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import ringside.view.Figures;
import ringside.view.PolicyNames;
import ringside.view.parts.Inks;
import ringside.world.Timeline.Marker;
import ringside.world.Timeline.Marker.Kind;

/** Draws markers: each kind has a shape of its own, so that colour is never alone. */
final class Flags {
    private static final double R = 4.5;
    private static final double PILL = 15;

    private final Inks inks;

    Flags(Inks inks) {
        this.inks = inks;
    }

    /** One marker, or a pill with the number of those that lie together. */
    void draw(GraphicsContext g, Cluster cluster, double y) {
        double x = Math.rint(cluster.x());
        g.setFill(inks.card());
        if (cluster.single()) {
            g.fillOval(x - R - 2, y - R - 2, 2 * R + 4, 2 * R + 4);
            drawOne(g, cluster.markers().getFirst().kind(), x, y);
            return;
        }
        g.fillRoundRect(x - PILL / 2 - 1, y - 7.5, PILL + 2, 15, 10, 10);
        g.setFill(colour(cluster));
        g.fillRoundRect(x - PILL / 2, y - 6.5, PILL, 13, 9, 9);
        g.setFill(inks.card());
        g.setFont(Font.font(g.getFont().getFamily(), FontWeight.BOLD, 9));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        int count = cluster.markers().size();
        g.fillText(count > 99 ? "…" : Integer.toString(count), x, y);
    }

    private Color colour(Cluster cluster) {
        return cluster.markers().stream().map(Marker::kind).anyMatch(k -> k == Kind.EJECT || k == Kind.FIRST_DROP)
                ? inks.bad()
                : inks.muted();
    }

    private void drawOne(GraphicsContext g, Kind kind, double x, double y) {
        var colour = colour(kind);
        g.setFill(colour);
        g.setStroke(colour);
        g.setLineWidth(1.8);
        g.setLineCap(StrokeLineCap.ROUND);
        switch (kind) {
            case JOIN -> g.fillPolygon(new double[] {x - R, x, x + R}, new double[] {y + R - 1, y - R, y + R - 1}, 3);
            case LEAVE -> g.fillPolygon(new double[] {x - R, x, x + R}, new double[] {y - R + 1, y + R, y - R + 1}, 3);
            case DRAIN ->
                g.strokePolygon(
                        new double[] {x - R + 1, x, x + R - 1}, new double[] {y - R + 2, y + R - 1, y - R + 2}, 3);
            case EJECT -> {
                g.strokeLine(x - 3, y - 3, x + 3, y + 3);
                g.strokeLine(x - 3, y + 3, x + 3, y - 3);
            }
            case READMIT -> {
                g.strokeLine(x - 4, y, x - 1, y + 3);
                g.strokeLine(x - 1, y + 3, x + 4, y - 3);
            }
            case FIRST_DROP -> g.fillPolygon(new double[] {x, x + R, x, x - R}, new double[] {y - R, y, y + R, y}, 4);
            case POLICY -> g.fillRect(x - 3.5, y - 3.5, 7, 7);
            case FORK -> {
                g.strokeLine(x - 3, y + 4, x - 3, y - 4);
                g.strokeLine(x - 3, y + 2, x + 3, y - 4);
            }
        }
    }

    private Color colour(Kind kind) {
        return switch (kind) {
            case EJECT, FIRST_DROP -> inks.bad();
            case JOIN, READMIT -> inks.good();
            case DRAIN, LEAVE -> inks.muted();
            case POLICY -> inks.text();
            case FORK -> inks.accent();
        };
    }

    /** A marker in one line: when, and what happened. */
    static String tell(Marker marker) {
        var what = marker.kind() == Kind.POLICY ? PolicyNames.of(marker.label()) : marker.label();
        return text("marker." + marker.kind(), Figures.clock(marker.nanos()), what);
    }
}
