package ringside.view.learn;

import static ringside.view.Texts.text;

import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;
import ringside.view.parts.Controls;

/** The end of a lesson: what was predicted beside what came of it. */
final class Summary extends VBox {
    Summary(LessonRun run) {
        super(14);
        getChildren()
                .addAll(Controls.paragraph(text("summary.lead", run.lesson().title())));
        var asked = run.lesson().blocks(Block.Predict.class);
        long right = asked.stream()
                .flatMap(a -> run.prediction(a).flatMap(Prediction::verdict).stream())
                .filter(Prediction.Verdict::right)
                .count();
        if (!asked.isEmpty()) {
            getChildren().add(Controls.paragraph(text("summary.right", right, asked.size()), "strong"));
        }
        asked.forEach(a -> run.prediction(a).ifPresent(_ -> getChildren().add(new PredictionBox(run, a))));
    }
}
