package ringside.view.learn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;

/**
 * Takes the keyboard on to what is next when what it was at is gone: what waits for the learner, else the way on, else a
 * line that can be written, else the text.
 */
final class FocusWalk {
    private final Parent pane;
    private final Node text;
    private final Button next;
    private final Optional<Node> before;
    private final boolean visibly;

    /** Remembers where the keyboard is before a pane changes. */
    FocusWalk(Parent pane, Node text, Button next) {
        this.pane = pane;
        this.text = text;
        this.next = next;
        before = Optional.ofNullable(pane.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(this::inside);
        visibly = before.filter(Node::isFocusVisible).isPresent();
    }

    private boolean inside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(pane)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on after the change; does nothing when the keyboard was elsewhere, or can stay where it was. */
    void goOn(List<Node> open) {
        if (before.isEmpty() || (inside(before.get()) && usable(before.get()))) {
            return;
        }
        first(open, next)
                .or(() -> stops(text).filter(TextInputControl.class::isInstance).findFirst())
                .or(() -> Optional.of(text))
                .ifPresent(this::take);
    }

    /** Where the keyboard begins: at what waits for the learner, else at the way on. */
    static Optional<Node> first(List<Node> open, Button next) {
        return open.stream()
                .flatMap(FocusWalk::stops)
                .findFirst()
                .or(() -> Optional.<Node>of(next).filter(FocusWalk::usable));
    }

    private void take(Node node) {
        if (visibly) {
            takeVisibly(node);
        } else {
            node.requestFocus();
        }
    }

    /** Takes the keyboard to a node so that it is seen there: there and back again is a step of the keyboard's own. */
    static void takeVisibly(Node node) {
        node.requestFocus();
        step(node, TraversalDirection.PREVIOUS, TraversalDirection.NEXT);
        if (!node.isFocusVisible()) {
            step(node, TraversalDirection.NEXT, TraversalDirection.PREVIOUS);
        }
    }

    private static void step(Node node, TraversalDirection there, TraversalDirection back) {
        if (node.requestFocusTraversal(there)) {
            node.getScene().getFocusOwner().requestFocusTraversal(back);
        }
        if (!node.isFocused()) {
            node.requestFocus();
        }
    }

    private static boolean usable(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && node.isVisible();
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        var inner = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(FocusWalk::stops)
                : Stream.<Node>empty();
        return Stream.concat(Stream.of(node).filter(FocusWalk::usable), inner);
    }
}
