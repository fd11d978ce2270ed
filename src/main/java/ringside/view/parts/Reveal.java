package ringside.view.parts;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls what has changed into view, as little as need be. */
public final class Reveal {
    private Reveal() {}

    /** Makes a node visible in the scroll pane that it stands in, if it stands in one: its end, where it does not fit. */
    public static void of(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                in(pane, node);
                return;
            }
        }
    }

    private static void in(ScrollPane pane, Node node) {
        pane.applyCss();
        pane.layout();
        var content = pane.getContent();
        double room = pane.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - room;
        if (hidden > 0) {
            Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            double top = pane.getVvalue() * hidden;
            top = Math.max(Math.min(top, place.getMinY()), place.getMaxY() - room);
            pane.setVvalue(Math.clamp(top / hidden, 0, 1));
        }
    }
}
