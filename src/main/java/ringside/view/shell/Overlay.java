package ringside.view.shell;

import static ringside.view.Texts.text;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.parts.Controls;

/** What lies over the window for a moment; Esc or a click beside it puts it away. */
final class Overlay {
    private final ModalPane pane = new ModalPane();

    Overlay() {
        pane.setId("overlay");
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.setAlignment(Pos.CENTER);
        pane.setAccessibleText(text("overlay"));
    }

    Node node() {
        return pane;
    }

    boolean isOpen() {
        return pane.isDisplay();
    }

    /** Shows a sheet as wide as given, with a title and something in it. */
    void show(String title, double width, Node content) {
        var close = Controls.icon(Feather.X, "overlay.close", this::hide);
        close.setId("overlay-close");
        var head = new HBox(Controls.label(title, "title"), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        showBare(width, new VBox(12, head, content));
        close.requestFocus();
    }

    /** Shows a sheet without a title. */
    void showBare(double width, Region sheet) {
        sheet.getStyleClass().add("overlay");
        sheet.setMaxSize(width, Region.USE_PREF_SIZE);
        sheet.setPrefWidth(width);
        sheet.setAccessibleText(text("overlay"));
        pane.show(sheet);
    }

    void hide() {
        pane.hide(true);
    }
}
