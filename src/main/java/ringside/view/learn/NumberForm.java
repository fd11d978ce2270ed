package ringside.view.learn;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;

/** A number that is typed. */
final class NumberForm extends AnswerForm {
    NumberForm(LessonRun run, Block.Predict asked) {
        var field = new TextField();
        field.setId("prediction");
        field.getStyleClass().addAll("mono", "prediction-field");
        field.setPrefColumnCount(7);
        field.setMinWidth(64);
        field.setAccessibleText(run.fill(asked.question()));
        field.textProperty().subscribe(words -> give(Optional.of(words).filter(w -> !w.isBlank())));
        field.setOnAction(_ -> commit());
        var unit = Controls.label(asked.kind() == Block.Predict.Kind.PERCENT ? "%" : "", "muted");
        var line = new HBox(8, field, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }
}
