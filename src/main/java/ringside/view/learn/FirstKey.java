package ringside.view.learn;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Gives the keyboard to a lesson that has come into a window: to nothing in it at first, so that keys do what they do
 * anywhere, and with the first Tab to what waits for the learner.
 */
final class FirstKey implements EventHandler<KeyEvent>, Runnable {
    private final Node pane;
    private final Supplier<Optional<Node>> first;

    private FirstKey(Node pane, Supplier<Optional<Node>> first) {
        this.pane = pane;
        this.first = first;
    }

    /** Waits for a pane to come into a window; what comes first in it is asked for with the first Tab. */
    static void of(Node pane, Supplier<Optional<Node>> first) {
        var key = new FirstKey(pane, first);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, key);
        pane.sceneProperty().subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(scene -> scene.removePostLayoutPulseListener(key));
            Optional.ofNullable(now).ifPresent(scene -> scene.addPostLayoutPulseListener(key));
        });
    }

    /* Only now does the window know that what had the keyboard is gone. */
    @Override
    public void run() {
        Scene scene = pane.getScene();
        scene.removePostLayoutPulseListener(this);
        pane.requestFocus();
    }

    @Override
    public void handle(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && pane.isFocused()) {
            first.get().ifPresent(node -> {
                FocusWalk.takeVisibly(node);
                event.consume();
            });
        }
    }
}
