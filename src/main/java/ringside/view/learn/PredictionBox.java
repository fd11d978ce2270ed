package ringside.view.learn;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;
import ringside.view.parts.Controls;

/** A question asked before its answer is on the screen; afterwards the prediction beside what came of it. */
final class PredictionBox extends VBox {
    private final LessonRun run;
    private final Block.Predict asked;
    private final Label problem = Controls.paragraph("", "bad", "small");

    PredictionBox(LessonRun run, Block.Predict asked) {
        this.run = run;
        this.asked = asked;
        getStyleClass().addAll("inset", "predict");
        getChildren()
                .addAll(
                        Controls.label(text("predict.title"), "predict-title"),
                        Controls.paragraph(run.fill(asked.question())));
        Controls.show(problem, false);
        run.prediction(asked).ifPresentOrElse(this::showPrediction, this::ask);
    }

    private void ask() {
        boolean typed = !asked.kind().chooses();
        getChildren().addAll(typed ? field() : choices(), problem);
    }

    private Node field() {
        var field = new TextField();
        field.setId("prediction");
        field.getStyleClass().addAll("mono", "prediction-field");
        field.setPrefColumnCount(7);
        field.setMinWidth(64);
        field.setAccessibleText(run.fill(asked.question()));
        field.setOnAction(_ -> answer(field.getText()));
        var unit = Controls.label(asked.kind() == Block.Predict.Kind.PERCENT ? "%" : "", "muted");
        var number = new HBox(8, field, unit);
        number.setAlignment(Pos.CENTER_LEFT);
        return new FlowPane(12, 8, number, commit(() -> answer(field.getText())));
    }

    private Button commit(Runnable action) {
        var button = Controls.button(text("predict.commit"), "do-button", action);
        button.setId("commit");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node choices() {
        var box = new VBox(8);
        var group = new ToggleGroup();
        for (var option : run.options(asked)) {
            var choice = new RadioButton(option.text());
            choice.setId("choice-" + option.id());
            choice.setWrapText(true);
            choice.setToggleGroup(group);
            choice.setUserData(option.id());
            choice.setAccessibleText(option.text());
            box.getChildren().add(choice);
        }
        var commit =
                commit(() -> answer(String.valueOf(group.getSelectedToggle().getUserData())));
        commit.disableProperty().bind(group.selectedToggleProperty().isNull());
        box.getChildren().add(commit);
        return box;
    }

    private void answer(String given) {
        if (run.predict(asked, given) instanceof LessonRun.Taken.NotUnderstood(var why)) {
            problem.setText(why);
            Controls.show(problem, true);
        }
    }

    private void showPrediction(Prediction prediction) {
        getChildren().add(Controls.paragraph(text("predict.yours", run.spoken(asked, prediction.given())), "strong"));
        prediction
                .verdict()
                .ifPresentOrElse(
                        this::showVerdict,
                        () -> getChildren().add(Controls.paragraph(text("predict.waiting"), "muted", "small")));
        asked.because().ifPresent(begin -> addBecause(begin, prediction.because()));
    }

    private void showVerdict(Prediction.Verdict verdict) {
        var answer = text(verdict.right() ? "predict.right" : "predict.wrong", verdict.answer());
        getChildren()
                .addAll(
                        Controls.paragraph(answer, verdict.right() ? "good" : "warn", "strong"),
                        Controls.paragraph(verdict.explanation()));
    }

    private void addBecause(String begin, String kept) {
        if (!kept.isEmpty()) {
            getChildren().add(Controls.paragraph(begin + " " + kept, "muted", "small"));
            return;
        }
        var field = new TextField();
        field.setId("because");
        field.setAccessibleText(begin);
        HBox.setHgrow(field, Priority.ALWAYS);
        var keep = Controls.button(text("predict.keep"), "do-button", () -> keep(field.getText()));
        keep.setMinWidth(USE_PREF_SIZE);
        field.setOnAction(_ -> keep(field.getText()));
        var line = new HBox(6, field, keep);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Controls.paragraph(begin, "muted", "small"), line);
    }

    private void keep(String reason) {
        if (!reason.isBlank()) {
            run.because(asked, reason);
        }
    }
}
