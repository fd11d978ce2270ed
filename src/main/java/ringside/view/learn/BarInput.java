package ringside.view.learn;

import java.util.OptionalInt;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.view.parts.Controls;

/** A bar that is given its height: pulled with the mouse, moved with arrow keys, or typed in. */
final class BarInput extends VBox {
    private static final int PAGE = 10;

    private final Block.Option option;
    private final Block.Unit unit;
    private final double most;
    private final double step;
    private final DoubleProperty value = new SimpleDoubleProperty();
    private final BarTrack track;
    private final Label figure = Controls.label("", "mono", "strong");
    private final StringBuilder typed = new StringBuilder();
    private Runnable begin = () -> {};
    private Runnable commit = () -> {};

    BarInput(Block.Option option, Block.Unit unit, double most, OptionalInt shade) {
        super(4);
        this.option = option;
        this.unit = unit;
        this.most = most;
        this.step = step(most, unit);
        track = new BarTrack(shade);
        var name = Controls.paragraph(option.text());
        shade.ifPresent(s -> name.setStyle("-fx-font-weight: bold; -fx-text-fill: -identity-" + s + ";"));
        figure.setMinWidth(USE_PREF_SIZE);
        setId("bar-" + option.id());
        getStyleClass().add("bar-input");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().addAll(Controls.apart(name, figure), track);
        track.setId("track-" + option.id());
        track.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        track.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pull);
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(this::key);
        setOnKeyTyped(this::type);
        focusedProperty().subscribe(_ -> typed.setLength(0));
        value.subscribe(_ -> tell());
    }

    /** A hundredth of the scale, made round: 1, 2 or 5 of some size; counts of ten and more go by whole numbers. */
    private static double step(double most, Block.Unit unit) {
        double hundredth = most / 100;
        if (unit == Block.Unit.NUMBER && most >= 10 && hundredth < 1) {
            return 1;
        }
        double size = 1e-6;
        while (size * 10 <= hundredth * 1.0001) {
            size *= 10;
        }
        double times = hundredth / size;
        return size * (times < 1.01 ? 1 : times < 2.01 ? 2 : times < 5.01 ? 5 : 10);
    }

    private void tell() {
        var shown = unit.shown(value.get());
        figure.setText(shown);
        track.show(value.get() / most);
        setAccessibleText(option.text() + ": " + shown);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private void set(double to) {
        value.set(Math.clamp(to, 0, most));
    }

    private void press(MouseEvent event) {
        requestFocus();
        typed.setLength(0);
        begin.run();
        pull(event);
        event.consume();
    }

    private void pull(MouseEvent event) {
        double share = track.sceneToLocal(event.getSceneX(), 0).getX() / track.getWidth();
        set(Math.rint(share * most / step) * step);
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, UP -> move(1);
            case LEFT, DOWN -> move(-1);
            case PAGE_UP -> move(PAGE);
            case PAGE_DOWN -> move(-PAGE);
            case HOME -> move((int) (-2 * most / step));
            case END -> move((int) (2 * most / step));
            case BACK_SPACE -> erase();
            case ENTER -> commit.run();
            default -> {
                if (!written(event.getText())) {
                    return;
                }
            }
        }
        event.consume();
    }

    private static boolean written(String sign) {
        return sign.matches("[0-9.,]");
    }

    private void move(int steps) {
        typed.setLength(0);
        begin.run();
        set(Math.rint(value.get() / step + steps) * step);
    }

    private void erase() {
        if (typed.isEmpty()) {
            move((int) (-2 * most / step));
        } else {
            typed.setLength(typed.length() - 1);
            read();
        }
    }

    private void type(KeyEvent event) {
        var sign = event.getCharacter();
        if (event.getCode() == KeyCode.UNDEFINED && written(sign) && typed.length() < 9) {
            if (typed.isEmpty()) {
                begin.run();
            }
            typed.append(sign.replace(',', '.'));
            read();
            event.consume();
        }
    }

    private void read() {
        var digits = typed.toString();
        if (digits.isEmpty() || digits.matches("\\d+[.]?\\d*")) {
            set((digits.isEmpty() ? 0 : Double.parseDouble(digits)) / (unit == Block.Unit.PERCENT ? 100 : 1));
        }
    }

    /** What happens just before its height changes by one gesture. */
    void onBegin(Runnable action) {
        begin = action;
    }

    /** What Enter does. */
    void onCommit(Runnable action) {
        commit = action;
    }

    /** Its height: shares are of one. */
    DoubleProperty valueProperty() {
        return value;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute what, Object... parameters) {
        return switch (what) {
            case VALUE -> value.get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> most;
            default -> super.queryAccessibleAttribute(what, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction what, Object... parameters) {
        switch (what) {
            case INCREMENT -> move(1);
            case DECREMENT -> move(-1);
            case BLOCK_INCREMENT -> move(PAGE);
            case BLOCK_DECREMENT -> move(-PAGE);
            default -> super.executeAccessibleAction(what, parameters);
        }
    }
}
