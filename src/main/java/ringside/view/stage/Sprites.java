package ringside.view.stage;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Requests drawn once for each look and then only copied, at the scale of the screen. */
final class Sprites {
    private static final int STEPS = 16;
    private static final double HALF = 8;

    /** What tells one sprite from another. */
    private record Look(Tint tint, long size, Dot.Form form, long step, boolean sealed) {}

    private final Map<Look, Image> drawn = new HashMap<>();
    private double scale = 1;

    /** Suits a screen with so many dots to a pixel, 1 at first. */
    void scaleTo(double other) {
        if (other != scale) {
            scale = other;
            forget();
        }
    }

    /** Draws all anew, as after a change of colours. */
    void forget() {
        drawn.clear();
    }

    /** Copies a request to where it is. */
    void draw(GraphicsContext canvas, TrafficPainter painter, Dot dot) {
        if (dot.radius() < 0.4) {
            return;
        }
        long size = Math.round(dot.radius() * 2);
        long step = drains(dot) ? Math.round(dot.age() * STEPS) : 0;
        var key = new Look(painter.tint(dot), size, dot.form(), step, dot.sealed());
        var image = drawn.get(key);
        if (image == null) {
            image = render(painter, dot, size / 2.0, step);
            drawn.put(key, image);
        }
        double x = Math.round((dot.at().x() - HALF) * scale) / scale;
        double y = Math.round((dot.at().y() - HALF) * scale) / scale;
        canvas.drawImage(image, x, y, 2 * HALF, 2 * HALF);
    }

    private static boolean drains(Dot dot) {
        return dot.form() == Dot.Form.WEDGE || dot.form() == Dot.Form.WAITING;
    }

    private Image render(TrafficPainter painter, Dot dot, double radius, long step) {
        var sprite = new Canvas(2 * HALF, 2 * HALF);
        double age = drains(dot) ? (double) step / STEPS : dot.age();
        var model = dot.at(new Place(HALF, HALF), radius, age);
        var tint = painter.tint(dot);
        new ShapePainter(new FxBrush(sprite.getGraphicsContext2D()), painter.palette()).request(model, tint);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        return sprite.snapshot(parameters, null);
    }
}
