package ringside.view.parts;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/** The stylesheet's colours for canvases: one invisible line each, so that a change of theme reaches them at once. */
public final class Inks extends Group {
    private final Line accent = line("accent");
    private final Line text = line("text");
    private final Line muted = line("muted");
    private final Line good = line("good");
    private final Line bad = line("bad");
    private final Line border = line("line");
    private final Line inset = line("inset");
    private final Line card = line("card");

    private final List<Line> sides =
            IntStream.range(0, 4).mapToObj(i -> line("side-" + i)).toList();

    /** Calls back whenever a colour has changed. */
    public Inks(Runnable changed) {
        setManaged(false);
        setVisible(false);
        getChildren().addAll(accent, text, muted, good, bad, border, inset, card);
        getChildren().addAll(sides);
        getChildren().forEach(l -> ((Line) l).strokeProperty().addListener(_ -> changed.run()));
    }

    private static Line line(String style) {
        var line = new Line();
        line.getStyleClass().addAll("ink", style);
        return line;
    }

    /** What is to be looked at. */
    public Color accent() {
        return of(accent);
    }

    /** What is to be read. */
    public Color text() {
        return of(text);
    }

    /** What is to be read second. */
    public Color muted() {
        return of(muted);
    }

    /** What went well. */
    public Color good() {
        return of(good);
    }

    /** What went wrong. */
    public Color bad() {
        return of(bad);
    }

    /** Borders and tracks. */
    public Color border() {
        return of(border);
    }

    /** Boxes within cards. */
    public Color inset() {
        return of(inset);
    }

    /** The ground of cards. */
    public Color card() {
        return of(card);
    }

    /** One of up to four that are compared, counted from 0. */
    public Color side(int number) {
        return of(sides.get(number));
    }

    private static Color of(Line line) {
        return line.getStroke() instanceof Color color ? color : Color.GRAY;
    }
}
