package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;
import ringside.view.parts.Controls;

/** A question asked before its answer is on the screen; afterwards the prediction beside what came of it. */
final class PredictionBox extends VBox implements Follower {
    private final Playing playing;
    private final Block.Predict asked;
    private final Label title = Controls.label(text("predict.title"), "predict-title");
    private final Label problem = Controls.paragraph("", "bad", "small");
    private Optional<VerdictBox> answered = Optional.empty();

    PredictionBox(Playing playing, Block.Predict asked) {
        this.playing = playing;
        this.asked = asked;
        getStyleClass().addAll("inset", "predict");
        problem.setId("prediction-problem");
        Controls.show(problem, false);
        var question = Controls.paragraph(playing.run().fill(asked.question()));
        getChildren().addAll(title, question);
        if (playing.run().prediction(asked).isEmpty()) {
            ask();
        }
        follow();
    }

    private void ask() {
        var form = AnswerForm.of(playing, asked);
        form.onCommit(() -> form.givenProperty().get().ifPresent(this::answer));
        var commit = Controls.button(text("predict.commit"), "do-button", form::commit);
        commit.setId("commit");
        commit.setMinWidth(USE_PREF_SIZE);
        commit.disableProperty().bind(form.givenProperty().map(Optional::isEmpty));
        var buttons = new FlowPane(8, 8, commit);
        if (form.draws()) {
            var undo = Controls.button(text("predict.undo"), "link-button", form::undo);
            undo.setId("undo-answer");
            undo.setMinWidth(USE_PREF_SIZE);
            undo.disableProperty().bind(form.changedProperty().not());
            buttons.getChildren().add(undo);
        }
        getChildren().addAll(form, buttons, problem);
    }

    private void answer(String given) {
        if (playing.run().predict(asked, given) instanceof LessonRun.Taken.NotUnderstood(var why)) {
            problem.setText(why);
            Controls.show(problem, true);
        }
    }

    /** Whether its answer is known. */
    boolean judged() {
        return playing.run().prediction(asked).flatMap(Prediction::verdict).isPresent();
    }

    @Override
    public void follow() {
        playing.run().prediction(asked).ifPresent(prediction -> {
            if (answered.isEmpty()) {
                var verdict = new VerdictBox(playing, asked);
                answered = Optional.of(verdict);
                title.setText(text("predict.title.given"));
                getChildren().remove(2, getChildren().size());
                getChildren().add(verdict);
            }
            answered.get().follow(prediction);
        });
    }
}
