package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.lesson.Prediction;
import ringside.view.Show;
import ringside.view.parts.Controls;

/** One card: its question and its small stage, then the answer and the grades. */
final class CardPane extends BorderPane {
    private static final double WORDS = 440;
    private static final double NARROW = 760;
    private static final double WIDE = 1180;
    private static final double GRADES = 98;

    private final Reviewing reviewing;
    private final Asked card;
    private final AnswerArea answer;
    private final VBox words = new VBox(16);

    /** A card that is asked; {@code stages} makes the stage of a show. */
    CardPane(Reviewing reviewing, Asked card, Function<Show, Region> stages) {
        this.reviewing = reviewing;
        this.card = card;
        this.answer = new AnswerArea(reviewing, card);
        getStyleClass().addAll("card", "review-card");
        setId("review-card");
        var scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Controls.spoken(scroll, text("review.card"));
        words.setPadding(new Insets(0, 14, 0, 0));
        setMaxWidth(card.show().isPresent() ? WIDE : NARROW);
        setCenter(card.show().map(show -> beside(scroll, stages.apply(show))).orElse(scroll));
        ask();
    }

    private static Node beside(ScrollPane words, Region stage) {
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        stage.setMouseTransparent(true);
        stage.setFocusTraversable(false);
        stage.setId("review-stage");
        HBox.setHgrow(stage, Priority.ALWAYS);
        return new HBox(18, words, stage);
    }

    private void head() {
        var front = Controls.paragraph(card.front(), "review-front");
        front.setId("review-front");
        words.getChildren().setAll(Controls.section(card.from()), front);
    }

    private void ask() {
        head();
        words.getChildren().add(answer);
        var room = new Region();
        room.setMinHeight(GRADES);
        setBottom(room);
    }

    /** Where it is answered. */
    AnswerArea answer() {
        return answer;
    }

    /** Shows the answer, and the grades. */
    void answered(Reviewing.Stand.Answered answered) {
        head();
        answered.verdict().ifPresent(this::verdict);
        var back = Controls.paragraph(card.back(), "review-back");
        back.setId("review-back");
        if (answered.verdict().filter(Prediction.Verdict::right).isEmpty()) {
            words.getChildren().addAll(Controls.rule(), back);
        }
        var grades = new VBox(
                8,
                Controls.paragraph(text("review.how"), "muted", "small"),
                new GradeBar(reviewing, Reviewing.usual(answered)));
        grades.setPadding(new Insets(14, 0, 0, 0));
        grades.setMinHeight(GRADES);
        setBottom(grades);
        Optional.ofNullable(lookup("#grade-" + Reviewing.usual(answered).name().toLowerCase(java.util.Locale.ROOT)))
                .ifPresent(Node::requestFocus);
    }

    private void verdict(Prediction.Verdict verdict) {
        var told = Controls.paragraph(
                text(verdict.right() ? "predict.right" : "predict.wrong", verdict.answer()),
                verdict.right() ? "good" : "warn",
                "strong");
        told.setId("review-verdict");
        var why = Controls.paragraph(verdict.explanation());
        why.setId("review-why");
        words.getChildren()
                .addAll(
                        Controls.paragraph(
                                text(
                                        "predict.yours",
                                        card.spoken(reviewing.givenProperty().get())),
                                "strong"),
                        told,
                        why);
    }
}
