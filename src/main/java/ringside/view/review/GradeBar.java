package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.review.Grade;
import ringside.view.parts.Controls;

/** The four grades, each with its key and how long it would be until the card is asked again. */
final class GradeBar extends HBox {
    GradeBar(Reviewing reviewing, Grade usual) {
        super(8);
        setId("grades");
        setAlignment(Pos.CENTER);
        var cards = reviewing.cards();
        reviewing.choices().forEach((grade, then) -> {
            var button =
                    button(grade, Waits.shown(cards.now(), then.due(), cards.days()), () -> reviewing.grade(grade));
            Controls.style(button, "suggested", grade == usual);
            HBox.setHgrow(button, Priority.ALWAYS);
            getChildren().add(button);
        });
    }

    private static Button button(Grade grade, String wait, Runnable action) {
        var name = grade.name().toLowerCase(Locale.ROOT);
        var words = text("grade." + name);
        var button = Controls.button("", "grade-button", action);
        button.setId("grade-" + name);
        button.setAccessibleText(text("grade.spoken", words, wait));
        button.setMaxWidth(Double.MAX_VALUE);
        var key = Controls.label(String.valueOf(grade.number()), "muted", "small");
        var lines = new VBox(2, Controls.label(words, "strong"), Controls.label(wait, "muted", "small"));
        lines.setAlignment(Pos.CENTER);
        var line = new HBox(10, key, lines);
        line.setAlignment(Pos.CENTER);
        button.setGraphic(line);
        return button;
    }
}
