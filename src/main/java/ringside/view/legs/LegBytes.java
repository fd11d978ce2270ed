package ringside.view.legs;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.world.Excerpt;
import ringside.world.Happening.Leg;

/** The bytes that went over one side: whether they can be read, and how they look as numbers and as text. */
final class LegBytes extends VBox {
    private static final double WIDTH = 22;

    private final Leg leg;
    private final int bytesALine;
    private final int lines;
    private final FontIcon lock = new FontIcon(Feather.LOCK);
    private final Label length = Controls.label("", "muted", "small");
    private final Label meaning = Controls.paragraph("", "small");
    private final Label hex = Controls.label("", "mono", "small", "muted");
    private final Label ascii = Controls.label("", "mono", "small");
    private Optional<Excerpt> shown = Optional.empty();

    LegBytes(Leg leg, int bytesALine, int lines) {
        super(5);
        this.leg = leg;
        this.bytesALine = bytesALine;
        this.lines = lines;
        setId("bytes-" + leg.name());
        getStyleClass().add("leg-bytes");
        setMinWidth(0);
        setPrefWidth(WIDTH * bytesALine);
        length.setMinWidth(USE_PREF_SIZE);
        hex.setMinHeight(USE_PREF_SIZE);
        ascii.setMinHeight(USE_PREF_SIZE);
        var title = Controls.label(text("bytes." + leg), "strong");
        title.setGraphic(lock);
        getChildren().addAll(Controls.apart(title, length), meaning, hex, ascii);
        tell(Optional.empty());
    }

    /** Shows this, or that nothing has passed. */
    void show(Optional<Excerpt> excerpt) {
        if (!excerpt.equals(shown)) {
            shown = excerpt;
            tell(excerpt);
        }
    }

    private void tell(Optional<Excerpt> excerpt) {
        var kind = excerpt.map(Excerpt::kind);
        boolean sealed = kind.filter(k -> k == Excerpt.Kind.SEALED || k == Excerpt.Kind.HANDSHAKE)
                .isPresent();
        Controls.show(lock, sealed);
        length.setText(excerpt.map(e -> Figures.bytes(e.length())).orElse(""));
        meaning.setText(text(kind.map(k -> "bytes." + k).orElse("bytes.none")));
        hex.setText(join(excerpt.map(e -> e.hex(bytesALine, lines)).orElse(List.of())));
        ascii.setText(join(excerpt.map(e -> e.text(3 * bytesALine - 1, lines)).orElse(List.of())));
        Controls.style(ascii, "bad", kind.filter(k -> k == Excerpt.Kind.TEXT).isPresent());
        Controls.spoken(
                this,
                AccessibleRole.TEXT,
                String.join(". ", List.of(text("bytes." + leg), meaning.getText(), ascii.getText())));
    }

    private static String join(List<String> some) {
        return String.join("\n", some);
    }
}
