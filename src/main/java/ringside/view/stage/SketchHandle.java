package ringside.view.stage;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Circle;
import ringside.view.Figures;

/** One end of an arc that is drawn: it is pulled, or moved by arrow keys. */
final class SketchHandle extends Circle {
    private static final double RADIUS = 8;
    private static final int PAGE = 5;

    private final String name;
    private final IntConsumer move;
    private double turn;

    /** An end that is moved clockwise by so many steps. */
    SketchHandle(String id, String name, IntConsumer move) {
        super(RADIUS);
        this.name = name;
        this.move = move;
        setId(id);
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        setOnKeyPressed(this::key);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, UP -> move.accept(1);
            case LEFT, DOWN -> move.accept(-1);
            case PAGE_UP -> move.accept(PAGE);
            case PAGE_DOWN -> move.accept(-PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    void follow(Optional<Double> at, boolean open, RingGeometry ring, Palette palette) {
        setVisible(at.isPresent() && open);
        at.ifPresent(t -> {
            turn = t;
            var place = ring.at(t, ring.radius());
            setCenterX(place.x());
            setCenterY(place.y());
            setAccessibleText(name + ": " + Figures.percent(t));
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setFill(FxBrush.colour(palette.card()));
        setStroke(FxBrush.colour(isFocused() ? palette.text() : palette.accent()));
        setStrokeWidth(isFocused() ? 4 : 3);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute what, Object... parameters) {
        return switch (what) {
            case VALUE -> 100 * turn;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 100.0;
            default -> super.queryAccessibleAttribute(what, parameters);
        };
    }
}
