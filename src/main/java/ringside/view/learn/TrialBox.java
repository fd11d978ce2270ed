package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.view.parts.Controls;

/** The same requests in several ways: a button, a while in which they are told away from the screen, and what came of each. */
final class TrialBox extends VBox implements Follower {
    private final Playing playing;
    private final Block.Trial trial;
    private final Label problem = Controls.paragraph("", "bad", "small");
    private Optional<Trying> trying = Optional.empty();
    private boolean told;
    private boolean turn;

    TrialBox(Playing playing, Block.Trial trial) {
        super(8);
        this.playing = playing;
        this.trial = trial;
        getStyleClass().addAll("inset", "trial");
        offer();
        follow();
    }

    private void offer() {
        var button = Controls.button(trial.label(), "do-button", this::begin);
        button.setId("try-" + trial.id());
        turn = playing.turn(trial);
        button.setDisable(!turn);
        button.getStyleClass().add("trial-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        var what = text("trial.what", trial.ways().size(), trial.lasts().toSeconds());
        getChildren().setAll(button, Controls.paragraph(what, "muted", "small"), problem);
        Controls.show(problem, !problem.getText().isEmpty());
    }

    private void begin() {
        var run = playing.run();
        var attempt = run.begin(trial);
        var task = new Trying(attempt);
        trying = Optional.of(task);
        var bar = new ProgressBar();
        bar.progressProperty().bind(task.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        Controls.spoken(bar, trial.label());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var cancel = Controls.button(text("trial.cancel"), "link-button", () -> end(task, ""));
        cancel.setId("trial-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(Controls.paragraph(trial.label(), "strong"), line);
        sceneProperty().subscribe(scene -> {
            if (scene == null && task.isRunning()) {
                end(task, "");
            }
        });
        task.setOnSucceeded(_ -> {
            trying = Optional.empty();
            run.take(attempt);
        });
        task.setOnFailed(_ -> end(task, String.valueOf(task.getException().getMessage())));
        task.begin();
    }

    private void end(Trying task, String why) {
        task.cancel();
        trying = Optional.empty();
        problem.setText(why);
        offer();
    }

    @Override
    public void follow() {
        if (!told && trying.isEmpty() && playing.run().tried(trial)) {
            told = true;
            getChildren().setAll(Controls.paragraph(trial.label(), "strong"), new TrialTable(playing.run(), trial));
        } else if (!told && trying.isEmpty() && turn != playing.turn(trial)) {
            offer();
        }
    }
}
