package ringside.view.parts;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.world.World;

/** A line for a terminal, with a button that copies it. */
public final class CopyLine extends HBox {
    private final Label line = Controls.paragraph("", "mono", "copy-text");
    private final Button copy = Controls.icon(Feather.COPY, "copy", this::copy);

    /** An empty line. */
    public CopyLine() {
        super(4);
        line.setMaxWidth(Double.MAX_VALUE);
        copy.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        setAlignment(Pos.CENTER);
        getStyleClass().add("copy-line");
        getChildren().addAll(line, copy);
    }

    /** Shows a line, on as many lines as it needs. */
    public void line(String words) {
        if (!words.equals(line.getText())) {
            line.setText(words);
            copy.setAccessibleText(text("copy.line", words));
            copy.setGraphic(new FontIcon(Feather.COPY));
        }
    }

    /** The line that asks a world's proxy for a path; empty when there is no way in. */
    public static Optional<String> curl(World world, String path) {
        return world.entrance().map(at -> curl(at, world.authority(), path));
    }

    /** The line that asks a proxy for a path: whatever is in the path, a shell takes it as one word. */
    static String curl(String entrance, Optional<String> authority, String path) {
        var trusting = authority.map(file -> "--cacert " + word(file) + " ").orElse("");
        return "curl -i " + trusting + word(entrance.replace("http://", "") + (path.isEmpty() ? "/" : path));
    }

    private static String word(String text) {
        boolean plain = text.matches("[A-Za-z0-9._:/=-]+");
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(line.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setGraphic(new FontIcon(Feather.CHECK));
    }
}
