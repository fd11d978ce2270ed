package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.lesson.Lesson;
import ringside.view.parts.Controls;

/** A line below the top bar for as long as the author's lesson that is on was last saved in a way that can't be read. */
final class OwnBanner extends HBox {
    private final Theatre theatre;
    private final Label words = Controls.paragraph("", "banner-text");

    OwnBanner(Theatre theatre) {
        this.theatre = theatre;
        getStyleClass().addAll("banner", "trouble");
        setId("own-trouble");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(words);
        theatre.own().shelfProperty().subscribe(_ -> look());
        theatre.placeProperty().subscribe(_ -> look());
    }

    private void look() {
        var problem = theatre.placeProperty().get() instanceof Place.Learning(var run, var _)
                ? problem(run.lesson())
                : Optional.<String>empty();
        words.setText(problem.map(why -> text("own.broken", why)).orElse(""));
        Controls.show(this, problem.isPresent());
    }

    /* What is wrong names a file in the lesson's folder, as the lesson's own name does. */
    private Optional<String> problem(Lesson lesson) {
        return theatre.own().shelfProperty().get().stream()
                .flatMap(shelf -> shelf.lessons().problems().stream())
                .filter(why -> !lesson.home().isEmpty() && why.startsWith(lesson.home()))
                .findFirst();
    }
}
