package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.lesson.review.Grade;
import ringside.view.parts.Controls;

/** When nothing is to be asked: what was done, when the next card comes, and what can be done meanwhile. */
final class RestPane extends VBox {
    private static final int ROUND = 8;

    RestPane(Reviewing reviewing) {
        super(14);
        setAlignment(Pos.CENTER);
        getStyleClass().addAll("card", "review-rest");
        setId("review-rest");
        int done = reviewing.grades().values().stream().mapToInt(n -> n).sum();
        var cards = reviewing.cards();
        getChildren().add(Controls.label(text(done > 0 ? "review.over" : "review.nothing"), "heading"));
        if (done > 0) {
            var told = Controls.paragraph(text("review.done", done, told(reviewing)));
            told.setId("review-summary");
            getChildren().add(told);
        }
        var next = reviewing
                .nextDue()
                .map(due -> text("review.next", Waits.shown(cards.now(), due, cards.days())))
                .orElse(text(reviewing.hasAhead() ? "review.next.never" : "review.none"));
        var when = Controls.paragraph(next, "muted");
        when.setId("review-next");
        getChildren().add(when);
        getChildren().add(ways(reviewing));
        reviewing.problemProperty().get().ifPresent(why -> getChildren().add(Controls.paragraph(why, "bad", "small")));
    }

    private static String told(Reviewing reviewing) {
        return Stream.of(Grade.values())
                .filter(g -> reviewing.grades().getOrDefault(g, 0) > 0)
                .map(g -> text("grade." + g.name().toLowerCase(Locale.ROOT)) + " "
                        + reviewing.grades().get(g))
                .collect(Collectors.joining(", "));
    }

    private static HBox ways(Reviewing reviewing) {
        var due = Controls.button(text("review.again"), "primary-button", reviewing::next);
        due.setId("review-due");
        Controls.show(due, reviewing.left() > 0);
        var ahead = Controls.button(text("review.ahead"), "quiet-button", reviewing::ahead);
        ahead.setId("review-ahead");
        Controls.show(ahead, reviewing.hasAhead());
        var guess = Controls.button(text("review.guess"), "quiet-button", () -> reviewing.ask(reviewing.round(ROUND)));
        guess.setId("review-guess");
        Controls.show(guess, !reviewing.round(1).isEmpty());
        var line = new HBox(10, due, ahead, guess);
        line.setAlignment(Pos.CENTER);
        return line;
    }
}
