package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;

/** What a learner meets who opens a lesson and goes on without a mouse. */
@ExtendWith(ApplicationExtension.class)
final class LearnerWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private boolean at(String id) {
        var focus = rig.shell.scene().getFocusOwner();
        return focus != null && id.equals(focus.getId());
    }

    @Test
    void theKeyboardIsAtTheQuestionThenAtItsReasonAndThenAtWhatIsToBeDone(FxRobot robot) {
        var place = rig.learn("one-is-not-enough");
        robot.type(KeyCode.TAB);
        Rig.until("the question has the keyboard", () -> at("prediction"));
        robot.write("33").type(KeyCode.ENTER);
        Rig.until("the reason has it", () -> at("because"));
        assertThat(rig.words(".predict-title")).isEqualTo("YOUR PREDICTION");
        robot.type(KeyCode.ENTER);
        Rig.until("it went on", () -> !at("because"));
        robot.type(KeyCode.ENTER);
        var open = place.run().lesson().blocks(Block.Do.class).getFirst();
        Rig.until("the shop is open", () -> place.run().pressed(open));
    }

    @Test
    void aLossIsShownAgainWhereItHappened(FxRobot robot) {
        var place = rig.learn("one-is-not-enough");
        var run = place.run();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            place.show().speedProperty().set(20);
            run.predict(run.lesson().blocks(Block.Predict.class).getFirst(), "0");
            run.press(run.lesson().blocks(Block.Do.class).getFirst());
        });
        Rig.until("it is judged", () -> rig.node("#replay").isPresent());
        new Hand.Mouse(rig, robot).press("#replay");
        Rig.until(
                "how it ended is told",
                () -> rig.node("#inspector").orElseThrow().lookupAll(".bad").stream()
                        .anyMatch(label -> ((Label) label).getText().contains("503")));
        assertThat(rig.words("#why-sentence")).contains("went to A");
    }
}
