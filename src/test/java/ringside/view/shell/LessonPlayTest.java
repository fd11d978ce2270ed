package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
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
import ringside.lesson.LessonRun;
import ringside.lesson.Prediction;

@ExtendWith(ApplicationExtension.class)
final class LessonPlayTest {
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
    void isPlayedToItsEndWithTheMouse(FxRobot robot) {
        playToTheEnd("add-and-remove", new Mouse(robot));
    }

    @Test
    void isPlayedToItsEndWithTheKeyboard(FxRobot robot) {
        playToTheEnd("the-ring", new Keyboard(robot));
    }

    private interface Hand {
        void press(String query);

        void write(String query, String words);
    }

    private final class Mouse implements Hand {
        private final FxRobot robot;

        private Mouse(FxRobot robot) {
            this.robot = robot;
        }

        @Override
        public void press(String query) {
            robot.clickOn(reveal(query));
        }

        @Override
        public void write(String query, String words) {
            robot.clickOn(reveal(query)).write(words);
        }
    }

    private final class Keyboard implements Hand {
        private final FxRobot robot;

        private Keyboard(FxRobot robot) {
            this.robot = robot;
        }

        @Override
        public void press(String query) {
            rig.tabTo(robot, query);
            robot.type(KeyCode.SPACE);
        }

        @Override
        public void write(String query, String words) {
            rig.tabTo(robot, query);
            robot.write(words);
        }
    }

    private void playToTheEnd(String lesson, Hand hand) {
        var place = rig.learn(lesson);
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> place.show().speedProperty().set(20));
        var run = place.run();
        for (int deeds = 0; !run.finished() && deeds < 80; deeds++) {
            act(run, hand);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(run.finished())
                .as("still at \"%s\": %s", run.step().title(), run.remaining())
                .isTrue();
        assertThat(run.lesson().blocks(Block.Predict.class))
                .allMatch(p -> run.prediction(p).flatMap(Prediction::verdict).isPresent());
        var notes = rig.theatre.progressProperty().get().lesson(lesson).orElseThrow();
        assertThat(notes.done()).isTrue();
        assertThat(notes.reached()).isEqualTo(run.lesson().steps().size());
        assertThat(notes.latest()).hasSameSizeAs(run.lesson().blocks(Block.Predict.class));
        hand.press("#lesson-next");
        Rig.until("the welcome is back", () -> rig.node("#welcome").isPresent());
    }

    private void act(LessonRun run, Hand hand) {
        if (can("#prediction")) {
            hand.write("#prediction", "30");
            hand.press("#commit");
        } else if (can(".predict .radio-button") && !can(".predict .radio-button:selected")) {
            hand.press(".predict .radio-button");
            hand.press("#commit");
        } else if (can(".deed") && undone(run)) {
            hand.press(".deed");
        } else if (can("#task-solve")) {
            hand.press("#task-solve");
            Rig.until(
                    "the task is ticked",
                    () -> !can("#task-solve") || run.remaining().isEmpty());
        } else {
            Rig.until(
                    "the learner may go on, but: " + run.remaining(),
                    () -> run.remaining().isEmpty());
            hand.press("#lesson-next");
        }
    }

    private static boolean undone(LessonRun run) {
        return run.visible().stream()
                .anyMatch(b -> b instanceof Block.Do what
                        && !what.auto()
                        && run.outcome(what).isEmpty());
    }

    private boolean can(String query) {
        return rig.node(query).filter(n -> !n.isDisabled()).isPresent();
    }

    private Node reveal(String query) {
        var node = rig.node(query).orElseThrow(() -> new AssertionError(query + " is not there"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> scrollTo(node));
        WaitForAsyncUtils.waitForFxEvents();
        return node;
    }

    private void scrollTo(Node node) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                double height = pane.getContent().getBoundsInLocal().getHeight()
                        - pane.getViewportBounds().getHeight();
                double top = pane.getContent()
                        .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
                pane.setVvalue(height <= 0 ? 0 : Math.clamp((top - 40) / height, 0, 1));
                pane.layout();
            }
        }
    }
}
