package ringside.view.learn;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;

/** The same requests in several ways: a button, and then a table of what came of each. */
final class TrialBox extends VBox {
    TrialBox(LessonRun run, Block.Trial trial, Runnable attempt) {
        super(8);
        getStyleClass().add("inset");
        if (run.tried(trial)) {
            getChildren().addAll(Controls.paragraph(trial.label(), "strong"), table(run, trial));
        } else {
            var button = Controls.button(trial.label(), "do-button", attempt);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setWrapText(true);
            getChildren().add(button);
        }
    }

    private static GridPane table(LessonRun run, Block.Trial trial) {
        var grid = new GridPane(14, 5);
        for (int column = 0; column < trial.shown().size(); column++) {
            grid.add(Controls.label(trial.shown().get(column).text(), "small", "muted"), column + 1, 0);
        }
        for (int row = 0; row < trial.ways().size(); row++) {
            var way = trial.ways().get(row);
            grid.add(Controls.label(way.text(), "small"), 0, row + 1);
            for (int column = 0; column < trial.shown().size(); column++) {
                var shown = trial.shown().get(column);
                var figure = shown.unit().shown(run.figure(shown, way));
                grid.add(Controls.label(figure, "small", "mono"), column + 1, row + 1);
            }
        }
        return grid;
    }
}
