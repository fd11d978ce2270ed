package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import ringside.lesson.Brushed;
import ringside.view.Figures;

/** What an arc is, written beside its middle. */
final class SketchLabel extends Label {
    SketchLabel() {
        setManaged(false);
        setMouseTransparent(true);
        setFocusTraversable(false);
    }

    void follow(Optional<Brushed> arc, String key, double gap, RingGeometry ring, Palette palette) {
        setVisible(arc.isPresent());
        arc.ifPresent(a -> {
            double sweep = Span.wrap(a.to() - a.from());
            setText(text(key, Figures.percent(a.from()), Figures.percent(a.to()), Figures.percent(sweep)));
            setStyle("-fx-font-size: 11px; -fx-font-weight: bold; -fx-padding: 2 6 2 6; -fx-background-radius: 5;"
                    + "-fx-background-color: " + Tones.css(palette.card()) + "; -fx-text-fill: "
                    + Tones.css(palette.text()) + ";");
            applyCss();
            double width = prefWidth(-1);
            double height = prefHeight(-1);
            var place = away(ring, a.from() + sweep / 2, gap, width, height);
            resizeRelocate(place.x() - width / 2, place.y() - height / 2, width, height);
        });
    }

    /* So far from the band, outwards or inwards, that the whole of it is clear of the band. */
    private static Place away(RingGeometry ring, double turn, double gap, double width, double height) {
        double angle = 2 * Math.PI * turn;
        double half = Math.abs(Math.sin(angle)) * width / 2 + Math.abs(Math.cos(angle)) * height / 2;
        return ring.at(turn, gap > 0 ? ring.outer() + gap + half : ring.inner() + gap - half);
    }
}
