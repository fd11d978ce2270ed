package ringside.view.shell;

import static ringside.view.Texts.text;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;

/** What is shown while something is opened: how far that is, and the way back. */
final class OpeningPane extends VBox {
    private static final double WHEEL = 48;

    OpeningPane(String title, ReadOnlyDoubleProperty share, Runnable back) {
        super(16);
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(WHEEL, WHEEL);
        wheel.progressProperty().bind(share);
        var cancel = Controls.button(text("cancel"), "quiet-button", back);
        cancel.setId("cancel-opening");
        setAlignment(Pos.CENTER);
        getChildren().addAll(wheel, Controls.label(text("opening", title), "muted"), cancel);
    }
}
