package ringside.view.parts;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line for a terminal, with a button that copies it. */
public final class CopyLine extends HBox {
    private final TextField line = new TextField();
    private final Button copy = Controls.button(text("copy"), "link-button", this::copy);

    /** An empty line. */
    public CopyLine() {
        super(4);
        line.setEditable(false);
        line.getStyleClass().addAll("mono", "copy-text");
        line.setAccessibleText(text("copy.line"));
        copy.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        setAlignment(Pos.CENTER);
        getStyleClass().add("copy-line");
        getChildren().addAll(line, copy);
    }

    /** Shows a line. */
    public void line(String words) {
        if (!words.equals(line.getText())) {
            line.setText(words);
            copy.setText(text("copy"));
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(line.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(text("copied"));
    }
}
