package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;

/** What the overlay shows: a question, something that went wrong. */
final class Sheets {
    private static final double NARROW = 460;

    private final Overlay overlay;

    Sheets(Overlay overlay) {
        this.overlay = overlay;
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
