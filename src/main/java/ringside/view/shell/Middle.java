package ringside.view.shell;

import java.util.function.Function;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.lesson.LessonRun;
import ringside.view.Show;
import ringside.view.legs.BesidePane;
import ringside.view.legs.BytesPane;
import ringside.view.stage.StageView;

/** What stands between the panes of a lesson: its stage, with what the lesson wants shown beside that. */
final class Middle {
    private Middle() {}

    /** The stage of a show, with the rest; further, bare ones are made by the function. */
    static Region of(LessonRun run, Show show, StageView stage, Function<Show, StageView> stages) {
        return switch (run.lesson().about().beside()) {
            case NOTHING -> stage;
            case BYTES -> above(stage.bare(), BytesPane.wide(show));
            case LAYER_4 -> {
                stage.bare();
                var beside = run.world().besides().orElseThrow();
                yield new BesidePane(show, stage, beside, run.history(), stages::apply);
            }
        };
    }

    private static Region above(StageView stage, Region below) {
        VBox.setVgrow(stage, Priority.ALWAYS);
        return new VBox(stage, below);
    }
}
