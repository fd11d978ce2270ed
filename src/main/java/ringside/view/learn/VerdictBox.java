package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.Prediction;
import ringside.view.parts.Controls;

/** What was answered, what came of it and why, and what the learner says to it. */
final class VerdictBox extends VBox {
    private final Playing playing;
    private final Block.Predict asked;
    private final VBox told = new VBox(8);
    private final FlowPane actions = new FlowPane(8, 6);
    private final Optional<BecauseRow> because;
    private Optional<Prediction.Verdict> shown = Optional.empty();
    private String meanwhile = "";
    private boolean begun;

    VerdictBox(Playing playing, Block.Predict asked) {
        super(8);
        this.playing = playing;
        this.asked = asked;
        var run = playing.run();
        because = asked.because()
                .filter(_ -> !run.finished()
                        || run.prediction(asked).stream()
                                .anyMatch(p -> !p.because().isEmpty()))
                .map(begin -> new BecauseRow(begin, reason -> run.because(asked, reason), playing::waits));
        actions.getStyleClass().add("verdict-actions");
        getChildren().addAll(told, actions);
        because.ifPresent(getChildren()::add);
        Controls.show(actions, false);
    }

    void follow(Prediction prediction) {
        because.ifPresent(row -> row.follow(prediction.because()));
        var now = text(playing.waits() ? "predict.go-on" : "predict.waiting");
        if (begun && shown.equals(prediction.verdict()) && (shown.isPresent() || meanwhile.equals(now))) {
            return;
        }
        begun = true;
        meanwhile = now;
        shown = prediction.verdict();
        told.getChildren().setAll(given(prediction));
        shown.ifPresentOrElse(
                this::tell, () -> told.getChildren().add(Controls.paragraph(meanwhile, "muted", "small")));
    }

    private Node given(Prediction prediction) {
        var right = playing.run().right(asked);
        return Beside.of(playing, asked, prediction.given(), right)
                .orElseGet(() -> Controls.paragraph(
                        text("predict.yours", playing.run().spoken(asked, prediction.given())), "strong"));
    }

    private void tell(Prediction.Verdict verdict) {
        boolean drawn = asked.kind().weighs() && playing.run().right(asked).isPresent();
        var key = verdict.right() ? "predict.right" : "predict.wrong";
        var line = drawn ? text(key + ".drawn") : text(key, answer(verdict));
        told.getChildren()
                .addAll(
                        Controls.paragraph(line, "verdict", verdict.right() ? "good" : "warn", "strong"),
                        Controls.paragraph(verdict.explanation()));
        actions.getChildren().clear();
        playing.run()
                .replay(asked)
                .ifPresent(request -> actions.getChildren().add(new ReplayButton(playing.show(), request)));
        actions.getChildren().addAll(playing.journey().afterVerdict(asked));
        Controls.show(actions, !actions.getChildren().isEmpty());
    }

    private String answer(Prediction.Verdict verdict) {
        return asked.kind() == Block.Predict.Kind.ARC ? text("sketch.of", verdict.answer()) : verdict.answer();
    }
}
