package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;
import ringside.lesson.Brushed;
import ringside.lesson.Prediction;

/** Learners who are slow, hasty or curious. */
@ExtendWith(ApplicationExtension.class)
final class StrayingTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aServerOfWhichTheStepDoesNotSpeakStaysWhereItIs(FxRobot robot) {
        var place = rig.learn("the-ring");
        answer(place, robot);
        drag(robot, "#server-Server-A");
        Rig.until("it is refused", () -> rig.words(".banner .banner-text").contains("Take Server-B away"));
        assertThat(place.show().world().scenario().servers()).hasSize(3);
        new Hand.Mouse(rig, robot).press(".deed");
        Rig.until("it is judged", () -> judged(place));
        var verdict = place.run().prediction(first(place)).flatMap(Prediction::verdict);
        assertThat(verdict.map(Prediction.Verdict::right)).hasValue(true);
    }

    @Test
    void aWorldThatRestedWhileAQuestionWasOpenGoesOnOnceItIsAnswered() {
        var place = rig.learnEveryKind();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> place.show().speedProperty().set(10));
        Rig.until("it rests", () -> !place.show().playingProperty().get());
        var arc = new Brushed(0.5, 0.8).written();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.run().predict(first(place), arc));
        Rig.until("it goes on", () -> place.show().playingProperty().get());
    }

    @Test
    void whoGoesOnFindsTheServersOfTheNextStep(FxRobot robot) {
        var place = rig.learn("the-ring");
        answer(place, robot);
        new Hand.Mouse(rig, robot).press(".deed");
        Rig.until("it is judged", () -> judged(place));
        drag(robot, "#server-Server-A");
        Rig.until("it has left", () -> place.show().world().scenario().servers().size() == 1);
        new Hand.Mouse(rig, robot).press("#lesson-next");
        Rig.until(
                "the next step has its servers",
                () -> place.show().world().scenario().servers().size() == 3);
        assertThat(place.run().repaired()).isTrue();
    }

    private void answer(Place.Learning place, FxRobot robot) {
        new Hand.Mouse(rig, robot).write("#prediction", "67");
        new Hand.Mouse(rig, robot).press("#commit");
        Rig.until("it is answered", () -> place.run().prediction(first(place)).isPresent());
    }

    private static Block.Predict first(Place.Learning place) {
        return place.run().lesson().blocks(Block.Predict.class).getFirst();
    }

    private static boolean judged(Place.Learning place) {
        return place.run().prediction(first(place)).flatMap(Prediction::verdict).isPresent();
    }

    private void drag(FxRobot robot, String query) {
        Node server = rig.node(query).orElseThrow();
        robot.moveTo(server).press(MouseButton.PRIMARY);
        robot.moveBy(20, 20).moveTo("#shelf").release(MouseButton.PRIMARY);
    }
}
