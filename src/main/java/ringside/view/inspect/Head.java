package ringside.view.inspect;

import static ringside.view.parts.Controls.section;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** The head of a pane about one thing, with the way back to the whole. */
final class Head {
    private Head() {}

    static Node of(Show show, String title) {
        var close = Controls.icon(
                Feather.X, "inspector.close", () -> show.selectionProperty().set(Selection.NOTHING));
        close.setId("inspector-close");
        var head = new HBox(section(title), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        head.setMaxHeight(28);
        return head;
    }
}
