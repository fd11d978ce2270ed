package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;

/** A line that the learner finishes in words of their own, and finds again later. */
final class BecauseRow extends VBox {
    private final String begin;
    private final Label line;
    private final HBox asking;

    /** A line to finish; an empty one is left open, where something else waits for the learner. */
    BecauseRow(String begin, Consumer<String> keep, BooleanSupplier waits) {
        super(5);
        this.begin = begin;
        line = Controls.paragraph(begin, "small", "because");
        var field = new TextField();
        field.setId("because");
        field.setMinWidth(0);
        field.setAccessibleText(begin);
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable take = () -> {
            if (!field.getText().isBlank()) {
                keep.accept(field.getText());
            } else if (waits.getAsBoolean()) {
                field.requestFocusTraversal(TraversalDirection.NEXT);
            }
        };
        var button = Controls.button(text("predict.keep"), "do-button", take);
        button.setId("keep-because");
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        field.setOnAction(_ -> take.run());
        asking = new HBox(6, field, button);
        asking.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, asking);
    }

    /** Shows what was kept, if anything was. */
    void follow(String kept) {
        Controls.show(asking, kept.isEmpty());
        line.setText(kept.isEmpty() ? begin : finished(begin, kept));
    }

    /** The whole line. */
    static String finished(String begin, String kept) {
        return begin.replaceFirst("\\s*(…|\\.\\.\\.)\\s*$", "") + " " + kept.replaceFirst("^(…|\\.\\.\\.)\\s*", "");
    }
}
