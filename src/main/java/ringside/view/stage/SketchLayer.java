package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import ringside.lesson.Brushed;
import ringside.view.Sketch;

/** The arc that a learner draws on the ring: press, go round, let go; and what it is compared with afterwards. */
final class SketchLayer extends Pane {
    private static final double REACH = 30;
    private static final double DRAWN = 9;
    private static final double REAL = 5;

    private final ObjectProperty<Optional<Sketch>> sketch;
    private final Circle catcher = new Circle();
    private final javafx.scene.shape.Arc drawn = arc("sketch-drawn");
    private final javafx.scene.shape.Arc edge = arc("sketch-edge");
    private final javafx.scene.shape.Arc real = arc("sketch-real");
    private final SketchHandle from;
    private final SketchHandle to;
    private final SketchLabel given = new SketchLabel();
    private final SketchLabel truth = new SketchLabel();
    private RingGeometry ring = new RingGeometry(new Place(0, 0), 30, 5);
    private Palette palette = Palette.LIGHT;
    private boolean shown;
    private double pressed;
    private double last;
    private double swept;

    /** A layer for what this property holds. */
    SketchLayer(ObjectProperty<Optional<Sketch>> sketch) {
        this.sketch = sketch;
        from = new SketchHandle("sketch-from", text("sketch.from"), step -> turn(step, 0));
        to = new SketchHandle("sketch-to", text("sketch.to"), step -> turn(0, step));
        setPickOnBounds(false);
        setId("sketch");
        catcher.setFill(null);
        catcher.setStroke(Color.TRANSPARENT);
        catcher.setCursor(Cursor.CROSSHAIR);
        catcher.setId("sketch-ring");
        catcher.addEventHandler(MouseEvent.ANY, this::mouse);
        from.addEventHandler(MouseEvent.ANY, e -> pull(e, true));
        to.addEventHandler(MouseEvent.ANY, e -> pull(e, false));
        getChildren().addAll(catcher, drawn, edge, real, given, truth, from, to);
        sketch.subscribe(_ -> draw());
        from.focusedProperty().subscribe(_ -> draw());
        to.focusedProperty().subscribe(_ -> draw());
    }

    private static javafx.scene.shape.Arc arc(String id) {
        var arc = new javafx.scene.shape.Arc();
        arc.setId(id);
        arc.setFill(null);
        arc.setStrokeLineCap(StrokeLineCap.BUTT);
        arc.setMouseTransparent(true);
        return arc;
    }

    /** Goes where the ring is. */
    void follow(StageGeometry stage, Palette colours) {
        ring = stage.ring();
        palette = colours;
        shown = stage.ringShown() > 0.98;
        draw();
    }

    private void draw() {
        setVisible(shown && sketch.get().isPresent());
        if (!isVisible()) {
            return;
        }
        var now = sketch.get().orElseThrow();
        catcher.setVisible(now.open());
        place(catcher);
        var accent = FxBrush.colour(palette.accent());
        show(drawn, now.drawn(), ring.radius(), ring.band() + 8, accent.deriveColor(0, 1, 1, 0.42));
        show(edge, now.drawn(), ring.outer() + DRAWN, 3, accent);
        show(real, now.real().stream().findFirst(), ring.inner() - REAL, 4, FxBrush.colour(palette.text()));
        from.follow(now.drawn().map(Brushed::from), now.open(), ring, palette);
        to.follow(now.drawn().map(Brushed::to), now.open(), ring, palette);
        given.follow(now.drawn(), now.open() ? "sketch.arc" : "sketch.given", 14, ring, palette);
        truth.follow(now.real().stream().findFirst(), "sketch.real", -12, ring, palette);
    }

    private void place(Circle circle) {
        circle.setCenterX(ring.centre().x());
        circle.setCenterY(ring.centre().y());
        circle.setRadius(ring.radius());
        circle.setStrokeWidth(ring.band() + REACH);
    }

    private void show(javafx.scene.shape.Arc arc, Optional<Brushed> where, double radius, double width, Color colour) {
        arc.setVisible(where.isPresent());
        where.ifPresent(w -> {
            arc.setCenterX(ring.centre().x());
            arc.setCenterY(ring.centre().y());
            arc.setRadiusX(radius);
            arc.setRadiusY(radius);
            arc.setStartAngle(90 - 360 * w.from());
            arc.setLength(-360 * Span.wrap(w.to() - w.from()));
            arc.setStroke(colour);
            arc.setStrokeWidth(width);
        });
    }

    private double at(MouseEvent event) {
        var local = sceneToLocal(event.getSceneX(), event.getSceneY());
        return ring.turnOf(new Place(local.getX(), local.getY()));
    }

    private void mouse(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            begin(at(event), at(event));
        }
        sweep(event);
    }

    /** One end is pulled, the other stays. */
    private void pull(MouseEvent event, boolean first) {
        var now = sketch.get().flatMap(Sketch::drawn);
        if (event.getButton() == MouseButton.PRIMARY && event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            now.ifPresent(d -> begin(first ? d.to() : d.from(), first ? d.from() : d.to()));
            now.ifPresent(d -> swept = (first ? -1 : 1) * Span.wrap(d.to() - d.from()));
            (first ? from : to).requestFocus();
        }
        sweep(event);
    }

    private void begin(double fixed, double moving) {
        pressed = fixed;
        last = moving;
        swept = 0;
    }

    /* Backwards is as good as forwards: an arc has the same two ends. */
    private void sweep(MouseEvent event) {
        var kind = event.getEventType();
        boolean dragged = kind == MouseEvent.MOUSE_DRAGGED;
        if (!dragged && kind != MouseEvent.MOUSE_RELEASED) {
            event.consume();
            return;
        }
        if (dragged) {
            double here = at(event);
            swept = Math.clamp(swept + nearest(here - last), -0.999, 0.999);
            last = here;
        }
        if (Math.abs(swept) > 0.002) {
            double other = pressed + swept;
            sketch.set(sketch.get().map(s -> s.drawn(Math.min(pressed, other), Math.max(pressed, other), dragged)));
        }
        event.consume();
    }

    private static double nearest(double turn) {
        return Span.wrap(turn + 0.5) - 0.5;
    }

    /** Moves the ends by so many steps, as keys do. */
    private void turn(int first, int second) {
        var now = sketch.get().filter(Sketch::open);
        now.flatMap(Sketch::drawn)
                .ifPresent(d -> sketch.set(
                        now.map(s -> s.drawn(d.from() + first * Sketch.STEP, d.to() + second * Sketch.STEP, false))));
    }
}
