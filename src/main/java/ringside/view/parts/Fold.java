package ringside.view.parts;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part that is folded up behind its name, and a few words on how it stands, until it is wanted. */
public final class Fold extends VBox {
    private final String name;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Label state = Controls.label("", "muted", "small");
    private final VBox body = new VBox(9);
    private final Head head;

    /**
     * A part that is folded up.
     *
     * @param id the id of what opens it
     * @param name what it is called
     * @param style how its name looks
     * @param parts what is in it
     */
    public Fold(String id, String name, String style, Node... parts) {
        this.name = name;
        head = new Head(id, Controls.label(name, style));
        body.getStyleClass().add("fold-body");
        body.getChildren().addAll(parts);
        Controls.show(body, false);
        getChildren().addAll(head, body);
        tell("");
    }

    /** Tells in a few words how it stands. */
    public void tell(String words) {
        state.setText(words);
        head.setAccessibleText(words.isEmpty() ? name : name + ": " + words);
    }

    /** Tells from now on when it is opened, and when it is folded up again. */
    public Fold whenOpen(Consumer<Boolean> told) {
        body.visibleProperty().subscribe((_, open) -> told.accept(open));
        return this;
    }

    /** Opens it. */
    public Fold unfolded() {
        turn(true);
        return this;
    }

    private boolean open() {
        return body.isVisible();
    }

    private void turn(boolean open) {
        Controls.show(body, open);
        arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        head.notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
    }

    /** What is always there, and opens the rest. */
    private final class Head extends HBox {
        private Head(String id, Label words) {
            super(6, arrow, words, Controls.spring(), state);
            setId(id);
            getStyleClass().add("fold-head");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TITLED_PANE);
            words.setMinWidth(USE_PREF_SIZE);
            state.setMinWidth(0);
            setOnMouseClicked(_ -> turn(!open()));
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                    e.consume();
                    turn(!open());
                }
            });
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute what, Object... parameters) {
            return what == AccessibleAttribute.EXPANDED ? open() : super.queryAccessibleAttribute(what, parameters);
        }

        @Override
        public void executeAccessibleAction(AccessibleAction what, Object... parameters) {
            switch (what) {
                case EXPAND -> turn(true);
                case COLLAPSE -> turn(false);
                case FIRE -> turn(!open());
                default -> super.executeAccessibleAction(what, parameters);
            }
        }
    }
}
