package ringside.view.learn;

import static ringside.view.Texts.text;

import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.Prediction;
import ringside.view.parts.Controls;

/** The end of a lesson: what was predicted beside what came of it, what was measured, what comes back, and what is next. */
final class Summary extends VBox {
    Summary(Playing playing) {
        super(14);
        var run = playing.run();
        setId("summary");
        getChildren().add(Controls.paragraph(text("summary.lead", run.lesson().title())));
        var asked = run.lesson().blocks(Block.Predict.class);
        long right = asked.stream()
                .flatMap(a -> run.prediction(a).flatMap(Prediction::verdict).stream())
                .filter(Prediction.Verdict::right)
                .count();
        if (!asked.isEmpty()) {
            getChildren().add(Controls.paragraph(text("summary.right", right, asked.size()), "strong"));
        }
        asked.forEach(a -> run.prediction(a).ifPresent(_ -> getChildren().add(new PredictionBox(playing, a))));
        getChildren().add(new Measured(run));
        int cards = run.lesson().blocks(Block.Card.class).size();
        if (cards > 0) {
            getChildren()
                    .add(Controls.paragraph(text(cards == 1 ? "summary.card" : "summary.cards", cards), "caption"));
        }
        playing.journey().after().ifPresent(next -> {
            var button = Controls.button(
                    text("summary.next", next.title()),
                    "do-button",
                    () -> playing.journey().begin(next));
            button.setId("next-lesson");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setWrapText(true);
            getChildren().add(button);
        });
    }
}
