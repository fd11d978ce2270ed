package ringside.view.shell;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Single keys that work wherever they mean nothing else.
 *
 * <p>While text is typed none of them fires. A control that was reached with the keyboard keeps the keys it lives on; one
 * that was merely clicked gives them back.
 */
final class Shortcuts {
    private static final Set<KeyCode> OF_CONTROLS = Set.of(
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END);

    private final Scene scene;
    private final Actions actions;
    private final Overlay overlay;

    Shortcuts(Scene scene, Actions actions, Overlay overlay) {
        this.scene = scene;
        this.actions = actions;
        this.overlay = overlay;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::before);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::after);
    }

    /* Clicked buttons and sliders would swallow Space and the arrows: they are asked after us. */
    private void before(KeyEvent event) {
        var focus = scene.getFocusOwner();
        if (event.isShortcutDown() || (focus instanceof Control && !focus.isFocusVisible() && !typing(focus))) {
            after(event);
        }
    }

    private void after(KeyEvent event) {
        var focus = scene.getFocusOwner();
        if (event.isConsumed() || overlay.isOpen()) {
            return;
        }
        if (event.isShortcutDown() ? editing(focus, event) : typing(focus) || keeps(focus, event.getCode())) {
            return;
        }
        actions.now().stream()
                .filter(a -> a.isMeantBy(event))
                .findFirst()
                .ifPresent(a -> {
                    event.consume();
                    a.act().run();
                });
    }

    private static boolean typing(Node focus) {
        return (focus instanceof TextInputControl field && field.isEditable())
                || (focus instanceof Spinner<?> spinner && spinner.isEditable());
    }

    /* Undo within a text field is the field's own. */
    private static boolean editing(Node focus, KeyEvent event) {
        return typing(focus) && event.getCode() == KeyCode.Z;
    }

    private static boolean keeps(Node focus, KeyCode code) {
        return focus instanceof Control
                && OF_CONTROLS.contains(code)
                && (focus.isFocusVisible() || focus instanceof ComboBoxBase<?> || focus instanceof TextInputControl);
    }
}
