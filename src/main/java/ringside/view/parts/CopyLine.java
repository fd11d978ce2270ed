package ringside.view.parts;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line for a terminal, with a button that copies it. */
public final class CopyLine extends HBox {
    private final TextField line = new TextField();
    private final Button copy = Controls.icon(Feather.COPY, "copy", this::copy);

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
            copy.setGraphic(new FontIcon(Feather.COPY));
        }
    }

    /** The line that asks a proxy for a path: whatever is in the path, a shell takes it as one word. */
    public static String curl(String entrance, String path) {
        var address = entrance.replace("http://", "") + path;
        boolean plain = address.matches("[A-Za-z0-9._:/=-]+");
        return "curl -i " + (plain ? address : "'" + address.replace("'", "'\\''") + "'");
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(line.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setGraphic(new FontIcon(Feather.CHECK));
    }
}
