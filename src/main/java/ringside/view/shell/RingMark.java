package ringside.view.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import ringside.engine.ServerId;
import ringside.view.parts.Identity;

/** The emblem: the course's ring with its three servers, to scale. */
final class RingMark extends StackPane {
    private static final double RADIUS = 46;

    RingMark() {
        var group = new Group();
        addArc(group, "A", 79.2, 177);
        addArc(group, "B", 177, 285);
        addArc(group, "C", 285, 439.2);
        addPoint(group, "A", 177);
        addPoint(group, "B", 285);
        addPoint(group, "C", 79.2);
        getChildren().add(group);
        setMinSize(2 * RADIUS + 20, 2 * RADIUS + 20);
        setMaxSize(2 * RADIUS + 20, 2 * RADIUS + 20);
    }

    private static void addArc(Group group, String server, double from, double to) {
        var arc = new Arc(0, 0, RADIUS, RADIUS, 90 - from, from - to);
        arc.setType(ArcType.OPEN);
        arc.setFill(Color.TRANSPARENT);
        arc.setStroke(Identity.colour(new ServerId(server)).deriveColor(0, 1, 1, 0.45));
        arc.setStrokeWidth(9);
        arc.setStrokeLineCap(StrokeLineCap.BUTT);
        group.getChildren().add(arc);
    }

    private static void addPoint(Group group, String server, double degrees) {
        double angle = Math.toRadians(degrees);
        group.getChildren()
                .add(new Circle(
                        RADIUS * Math.sin(angle),
                        -RADIUS * Math.cos(angle),
                        7.5,
                        Identity.colour(new ServerId(server))));
    }
}
