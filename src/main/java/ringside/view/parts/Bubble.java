package ringside.view.parts;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Something shown beside the thing it belongs to, until one looks elsewhere. */
public final class Bubble {
    /* A bubble is styled before it knows its owner: it is given the theme's names for colours itself. */
    private Bubble() {}

    /** A bubble with a title that is to be shown beside its owner. */
    public static PopOver of(Node owner, String title, Node content, ArrowLocation arrow) {
        var padded = new StackPane(content);
        padded.setPadding(new Insets(12, 18, 16, 18));
        var bubble = new PopOver(padded);
        bubble.getRoot().getStylesheets().clear();
        bubble.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
        bubble.setTitle(title);
        bubble.setHeaderAlwaysVisible(true);
        bubble.setArrowLocation(arrow);
        bubble.setDetachable(false);
        bubble.setAnimated(false);
        return bubble;
    }
}
