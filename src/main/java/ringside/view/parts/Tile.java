package ringside.view.parts;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A large button that says what is behind it in a sentence. */
public final class Tile extends HBox {
    private final Runnable action;

    /** A tile with its picture, title, sentence, and a mark at its right. */
    public Tile(Feather icon, String title, String what, Node mark, Runnable action) {
        this(icon(icon), title, what, mark, action);
    }

    private Tile(Node picture, String title, String what, Node mark, Runnable action) {
        this(
                picture,
                new VBox(
                        5,
                        Controls.apart(Controls.label(title, "tile-title"), mark),
                        Controls.paragraph(what, "muted", "small")),
                title + ". " + what,
                action);
    }

    /** A tile with any picture and words, which is spoken of like this. */
    public Tile(Node picture, Node words, String spoken, Runnable action) {
        super(14);
        this.action = action;
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(picture, words);
        getStyleClass().add("tile");
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setFocusTraversable(true);
        Controls.spoken(this, AccessibleRole.BUTTON, spoken);
        setOnMouseClicked(_ -> action.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                e.consume();
                action.run();
            }
        });
    }

    private static Node icon(Feather icon) {
        var picture = new FontIcon(icon);
        picture.getStyleClass().add("tile-icon");
        return picture;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction what, Object... parameters) {
        if (what == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(what, parameters);
        }
    }
}
