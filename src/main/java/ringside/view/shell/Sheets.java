package ringside.view.shell;

import static ringside.view.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.parts.Controls;

/** What the overlay shows: keys, code, a question, something that went wrong. */
final class Sheets {
    private static final double NARROW = 460;
    private static final double WIDE = 760;

    private final Overlay overlay;

    Sheets(Overlay overlay) {
        this.overlay = overlay;
    }

    /** The keys and what they do. */
    void keys(List<Action> actions) {
        var grid = new GridPane(18, 9);
        int row = 0;
        for (var action : actions) {
            if (!action.shown().isEmpty()) {
                grid.add(Controls.label(action.shown(), "key"), 0, row);
                grid.add(Controls.label(action.title()), 1, row++);
            }
        }
        overlay.show(text("keys.title"), NARROW, grid);
    }

    /** The source of the policy that decides. */
    void code(PolicyChoice choice) {
        var type = Policies.make(choice).getClass().getName();
        var area = new TextArea(source(type));
        area.setEditable(false);
        area.getStyleClass().addAll("mono", "source");
        area.setPrefRowCount(28);
        area.setId("source");
        area.setAccessibleText(text("code.title", type));
        overlay.show(text("code.title", type.substring(type.lastIndexOf('.') + 1) + ".java"), WIDE, area);
    }

    private static String source(String type) {
        var path = "/ringside/source/"
                + type.substring("ringside.engine.".length()).replace('.', '/') + ".java";
        try (InputStream in = Sheets.class.getResourceAsStream(path)) {
            return in == null ? text("code.missing", type) : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that went wrong, in a sentence. */
    void problem(String title, String sentence) {
        var words = Controls.paragraph(sentence);
        words.setId("problem");
        var close = Controls.button(text("close"), "primary-button", overlay::hide);
        overlay.show(title, NARROW + 100, new VBox(16, words, right(close)));
    }

    /** A question with yes, no, and what yes does. */
    void ask(String title, String question, String yes, Runnable act) {
        var agree = Controls.button(yes, "primary-button", () -> {
            overlay.hide();
            act.run();
        });
        agree.setId("agree");
        var refuse = Controls.button(text("cancel"), "quiet-button", overlay::hide);
        overlay.show(title, NARROW, new VBox(16, Controls.paragraph(question), right(refuse, agree)));
    }

    /** One of two ways to go on. */
    void choose(String title, String question, List<Way> ways) {
        var buttons = ways.stream()
                .map(w -> Controls.button(w.words(), w.style(), () -> {
                    overlay.hide();
                    w.act().run();
                }))
                .toArray(Node[]::new);
        overlay.show(title, NARROW, new VBox(16, Controls.paragraph(question), right(buttons)));
    }

    /** A way to go on. */
    record Way(String words, String style, Runnable act) {}

    private static HBox right(Node... buttons) {
        var line = new HBox(8, Controls.spring());
        line.getChildren().addAll(buttons);
        return line;
    }
}
