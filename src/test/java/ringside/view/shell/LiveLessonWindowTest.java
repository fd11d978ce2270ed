package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.view.Selection;
import ringside.view.Show;

/** A learner in a live lesson who looks at the past, stops the picture, and has the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class LiveLessonWindowTest {
    private Rig rig;
    private Show show;
    private LessonRun run;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage, (_, scenario) -> new LiveWorld(scenario, LiveOptions.anywhere()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @BeforeEach
    void learn() {
        var place = rig.learn("path-routing");
        show = place.show();
        run = place.run();
    }

    private Node owner() {
        return rig.shell.scene().getFocusOwner();
    }

    /** Answers the question, and lets the requests come. */
    private void begin(FxRobot robot) {
        var asked = run.step().blocks(Block.Predict.class).getFirst();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> run.predict(asked, "0"));
        robot.clickOn(".deed");
    }

    @Test
    void theFirstTabLeadsToWhatWaitsForTheLearner(FxRobot robot) {
        Rig.until("the lesson has the keyboard", () -> owner() != null && "lesson".equals(owner().getId()));
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner()).isInstanceOf(TextField.class);
        assertThat(owner().isFocusVisible()).isTrue();
    }

    @Test
    void whoActsInAPausedPictureIsShownWhatComesOfIt(FxRobot robot) {
        robot.clickOn("#play");
        Rig.until("the picture stands still", () -> !show.playingProperty().get());
        begin(robot);
        Rig.until("the answer is known", () -> run.remaining().isEmpty());
        assertThat(show.playingProperty().get()).isTrue();
    }

    @Test
    void theNextStepIsAboutThePresentAgain(FxRobot robot) {
        begin(robot);
        Rig.until("the answer is known", () -> rig.node("#replay").isPresent());
        robot.clickOn("#replay");
        Rig.until("the decision is shown", () -> !show.atNowProperty().get());
        assertThat(rig.words("#replay")).isEqualTo("← Back to now");
        robot.clickOn("#lesson-next");
        Rig.until("the present is shown", () -> show.atNowProperty().get());
        assertThat(show.selectionProperty().get()).isEqualTo(Selection.NOTHING);
        assertThat(run.step().number()).isEqualTo(2);
    }

    @Test
    void tellsThatItWaitsWhileThePictureStandsStill(FxRobot robot) {
        begin(robot);
        robot.clickOn("#play");
        Rig.until(
                "it is told, unless the answer came first",
                () -> run.remaining().isEmpty() || rig.words("#remaining").endsWith("and the lesson goes on."));
        assertThat(show.playingProperty().get()).isFalse();
    }
}
