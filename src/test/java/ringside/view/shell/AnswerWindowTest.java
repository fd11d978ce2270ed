package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.ServerId;
import ringside.lesson.Block;
import ringside.lesson.Brushed;
import ringside.lesson.LessonRun;
import ringside.view.Selection;
import ringside.view.Sketch;
import ringside.world.Command;
import ringside.world.World;

/** Each kind of answer, by mouse and by keyboard, and what is hidden until it is given. */
@ExtendWith(ApplicationExtension.class)
final class AnswerWindowTest {
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
    void anArcIsDrawnOnTheRingAndTakenBackAndComparedAfterwards(FxRobot robot) {
        var place = rig.learnEveryKind();
        Rig.until("the ring can be drawn on", () -> rig.node("#sketch-ring").isPresent());
        var mouse = new Hand.Mouse(rig, robot);
        mouse.draw();
        assertDrawn(place, 0.25, 0.5);
        mouse.press("#undo-answer");
        assertThat(sketch(place).drawn()).isEmpty();
        new Hand.Keyboard(rig, robot).draw();
        assertDrawn(place, 0.25, 0.5);
        rig.tabTo(robot, "#sketch-to");
        robot.type(KeyCode.PAGE_UP).type(KeyCode.RIGHT);
        assertDrawn(place, 0.25, 0.56);
        mouse.press("#commit");
        mouse.press("#task-solve");
        Rig.until("it is judged", () -> !sketch(place).real().isEmpty());
        assertThat(sketch(place).open()).isFalse();
        assertThat(sketch(place).real().getFirst().from()).isCloseTo(0.492, within(0.001));
        assertThat(sketch(place).real().getFirst().to()).isCloseTo(0.792, within(0.001));
    }

    private static void assertDrawn(Place.Learning place, double from, double to) {
        var drawn = sketch(place).drawn().orElseThrow();
        assertThat(drawn.from()).isCloseTo(from, within(0.02));
        assertThat(drawn.to()).isCloseTo(to, within(0.02));
    }

    private static Sketch sketch(Place.Learning place) {
        return place.show().sketchProperty().get().orElseThrow();
    }

    @Test
    void whileAQuestionIsOpenNothingIsDoneToTheWorldAndNothingGivesItsAnswerAway(FxRobot robot) {
        var place = rig.learnEveryKind();
        var show = place.show();
        assertThat(show.veiledProperty().get()).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var leave = new Command.RemoveServer(new ServerId("Server-B"), Command.Leaving.KILL);
            assertThat(show.apply(leave)).isInstanceOf(World.Outcome.Rejected.class);
            show.selectionProperty().set(new Selection.OfKey("user:7"));
        });
        assertThat(show.world().scenario().servers()).hasSize(3);
        assertThat(said()).noneMatch(words -> words.contains("clockwise the first point"));
        answer(place, new Brushed(0.5, 0.8).written());
        assertThat(show.veiledProperty().get()).isFalse();
        Rig.until("whose the key is", () -> said().anyMatch(words -> words.contains("clockwise")));
    }

    private Stream<String> said() {
        return rig.node("#inspector").orElseThrow().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText());
    }

    @Test
    void barsArePulledTypedAndMovedByKeys(FxRobot robot) {
        var place = upTo(2);
        new Hand.Mouse(rig, robot).raise("a");
        assertThat(height("a")).isCloseTo(50, within(2.0));
        rig.tabTo(robot, "#bar-b");
        robot.type(KeyCode.PAGE_UP, 2).type(KeyCode.RIGHT);
        assertThat(height("b")).isEqualTo(21);
        rig.tabTo(robot, "#bar-c");
        robot.write("26.6");
        assertThat(height("c")).isEqualTo(26.6);
        assertThat(rig.words("#bars-sum")).startsWith("Together: 9");
        new Hand.Keyboard(rig, robot).press("#undo-answer");
        assertThat(height("c")).isZero();
        new Hand.Keyboard(rig, robot).press("#commit");
        Rig.until("both are shown", () -> rig.node("#beside").isPresent());
        assertThat(place.run().right(last(place))).hasValue("a=26.6 b=30 c=43.4");
    }

    private double height(String option) {
        WaitForAsyncUtils.waitForFxEvents();
        var spoken = rig.node("#bar-" + option).orElseThrow().getAccessibleText();
        return Double.parseDouble(spoken.replaceFirst(".*: ", "").replace(" %", ""));
    }

    @Test
    void theDecisionThatExplainsAnAnswerIsShownAgainAndThereIsAWayBack(FxRobot robot) {
        var place = upTo(2);
        Rig.until(
                "Server-C was chosen",
                () -> place.show()
                        .snapshot()
                        .server(new ServerId("Server-C"))
                        .filter(s -> s.chosen() > 40)
                        .isPresent());
        answer(place, "a=30 b=30 c=40");
        var hand = new Hand.Keyboard(rig, robot);
        hand.press("#replay");
        Rig.until("its picture is shown", () -> !place.show().atNowProperty().get());
        assertThat(place.show().selectionProperty().get()).isInstanceOf(Selection.OfRequest.class);
        Rig.until("why it went there", () -> rig.words("#why-sentence").contains("Server-C"));
        hand.press("#replay");
        Rig.until("the present is back", () -> place.show().atNowProperty().get());
        assertThat(place.show().selectionProperty().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void anOrderIsChangedByMouseAndByKeys(FxRobot robot) {
        var place = upTo(3);
        assertThat(order()).containsExactly("Three servers", "One server that does all the work alone", "Two servers");
        new Hand.Mouse(rig, robot).reorder();
        assertThat(order()).containsExactly("One server that does all the work alone", "Three servers", "Two servers");
        rig.tabTo(robot, "#order-3");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(order()).containsExactly("One server that does all the work alone", "Two servers", "Three servers");
        new Hand.Mouse(rig, robot).press("#undo-answer");
        new Hand.Mouse(rig, robot).press("#commit");
        assertThat(place.run().prediction(last(place)).orElseThrow().given()).isEqualTo("one three two");
        new Hand.Mouse(rig, robot).press("#try-pool");
        Rig.until("the ways were gone", () -> rig.node("#trial-pool").isPresent());
        assertThat(place.run().right(last(place))).hasValue("three two one");
    }

    private List<String> order() {
        WaitForAsyncUtils.waitForFxEvents();
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> rig.node("#order-" + i)
                        .orElseThrow()
                        .getAccessibleText()
                        .replaceFirst(".*: ", ""))
                .toList();
    }

    @Test
    void aServerIsAnsweredByAClickOnTheStage(FxRobot robot) {
        upTo(4);
        new Hand.Mouse(rig, robot).press("#server-Server-B");
        Rig.until(
                "it is chosen",
                () -> ((RadioButton) rig.node("#choice-Server-B").orElseThrow()).isSelected());
    }

    @Test
    void aStepThatWasReadIsOpenedAgainByItsDot(FxRobot robot) {
        var place = upTo(3);
        new Hand.Mouse(rig, robot).press("#step-1");
        Rig.until("it is shown", () -> place.run().step().number() == 1);
        assertThat(rig.node("#step-4").orElseThrow().isDisabled()).isTrue();
        new Hand.Keyboard(rig, robot).press("#step-3");
        Rig.until("the furthest is shown", () -> place.run().step().number() == 3);
    }

    @Test
    void aSimulatedWorldRestsOnceTheLearnerAloneIsWaitedFor() {
        var place = rig.learnEveryKind();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> place.show().speedProperty().set(20));
        Rig.until("it rests", () -> !place.show().playingProperty().get());
        answer(place, new Brushed(0.5, 0.8).written());
        solve(place);
        Rig.until(
                "it goes on",
                () -> place.show().playingProperty().get()
                        || place.run().remaining().isEmpty());
    }

    /** Gets to a step as a learner does who answers somehow. */
    private Place.Learning upTo(int step) {
        var place = rig.learnEveryKind();
        while (place.run().step().number() < step) {
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
                place.run().visible().forEach(block -> play(place.run(), block));
                place.run().observe();
            });
            if (place.run().remaining().isEmpty()) {
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.run().next());
            }
        }
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> place.run().visible().stream()
                        .filter(Block.Do.class::isInstance)
                        .forEach(block -> play(place.run(), block)));
        WaitForAsyncUtils.waitForFxEvents();
        return place;
    }

    private static void play(LessonRun run, Block block) {
        switch (block) {
            case Block.Do what when !run.pressed(what) -> run.press(what);
            case Block.Predict asked when run.prediction(asked).isEmpty() -> run.predict(asked, some(asked));
            case Block.Task task when run.done(task).isEmpty() -> run.solve(task);
            case Block.Trial trial when !run.tried(trial) -> run.attempt(trial);
            default -> {}
        }
    }

    private static String some(Block.Predict asked) {
        return switch (asked.kind()) {
            case ARC -> "50% 80%";
            case BARS -> "a=30 b=30 c=40";
            case ORDER -> "three two one";
            default -> "3";
        };
    }

    private static void solve(Place.Learning place) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.run().visible().forEach(block -> play(place.run(), block)));
    }

    private static void answer(Place.Learning place, String given) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            place.run().predict(last(place), given);
            place.run().observe();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Block.Predict last(Place.Learning place) {
        return place.run().step().blocks(Block.Predict.class).getLast();
    }
}
