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

    void follow(Optional<Brushed> arc, String key, double distance, RingGeometry ring, Palette palette) {
        setVisible(arc.isPresent());
        arc.ifPresent(a -> {
            double sweep = Span.wrap(a.to() - a.from());
            setText(text(key, Figures.percent(a.from()), Figures.percent(a.to()), Figures.percent(sweep)));
            setStyle("-fx-font-size: 11px; -fx-font-weight: bold; -fx-padding: 2 6 2 6; -fx-background-radius: 5;"
                    + "-fx-background-color: " + Tones.css(palette.card()) + "; -fx-text-fill: "
                    + Tones.css(palette.text()) + ";");
            applyCss();
            var at = ring.at(a.from() + sweep / 2, distance);
            double width = prefWidth(-1);
            double height = prefHeight(-1);
            resizeRelocate(at.x() - width / 2, at.y() - height / 2, width, height);
        });
    }
}
