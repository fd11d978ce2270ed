package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "the-ring", "add-and-remove"})
    void isPlayedToItsEndWithTheMouse(String lesson, FxRobot robot) {
        playToTheEnd(lesson, new Hand.Mouse(rig, robot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "the-ring", "add-and-remove"})
    void isPlayedToItsEndWithTheKeyboard(String lesson, FxRobot robot) {
        playToTheEnd(lesson, new Hand.Keyboard(rig, robot));
    }

    private void playToTheEnd(String lesson, Hand hand) {
        var place = rig.learn(lesson);
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> place.show().speedProperty().set(20));
        var run = place.run();
        for (int deeds = 0; !run.finished() && deeds < 120; deeds++) {
            act(run, hand);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(run.finished())
                .as("still at \"%s\": %s", run.step().title(), run.remaining())
                .isTrue();
        assertThat(run.lesson().blocks(Block.Predict.class))
                .allMatch(p -> run.prediction(p).flatMap(Prediction::verdict).isPresent());
        assertThat(rig.node("#summary")).isPresent();
        var notes = rig.theatre.progressProperty().get().lesson(lesson).orElseThrow();
        assertThat(notes.done()).isTrue();
        assertThat(notes.reached()).isEqualTo(run.lesson().steps().size());
        assertThat(notes.latest()).hasSameSizeAs(run.lesson().blocks(Block.Predict.class));
        hand.press("#lesson-next");
        Rig.until("the welcome is back", () -> rig.node("#welcome").isPresent());
    }

    private void act(LessonRun run, Hand hand) {
        var asked = run.visible().stream()
                .filter(b -> b instanceof Block.Predict question
                        && run.prediction(question).isEmpty())
                .map(Block.Predict.class::cast)
                .findFirst();
        if (can(".deed") && undone(run)) {
            hand.press(".deed");
        } else if (asked.isPresent()) {
            answer(asked.get(), hand);
        } else if (can("#because")) {
            hand.write("#because", "it is so");
            hand.press("#keep-because");
        } else if (can(".trial-button")) {
            hand.press(".trial-button");
            Rig.until("the ways were gone", () -> !can(".trial-button") && !can("#trial-cancel"));
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

    private void answer(Block.Predict asked, Hand hand) {
        switch (asked.kind()) {
            case NUMBER, PERCENT -> hand.write("#prediction", "30");
            case CHOICE, SERVER -> hand.press(".predict .radio-button");
            case BARS -> asked.options().forEach(o -> hand.raise(o.id()));
            case ORDER -> hand.reorder();
            case ARC -> hand.draw();
        }
        hand.press("#commit");
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
}
