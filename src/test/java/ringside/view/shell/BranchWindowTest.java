package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.PolicyChoice;
import ringside.view.Forks;
import ringside.view.Show;
import ringside.view.compare.Comparing;
import ringside.world.Command;
import ringside.world.Pairing;
import ringside.world.Side;

@ExtendWith(ApplicationExtension.class)
final class BranchWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Runs, steps back twenty events, and does there what begins another story. */
    private Show forked(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("requests were made", () -> show.snapshot().totals().arrived() > 30);
        robot.type(KeyCode.SPACE);
        Rig.until("it stands still", () -> !show.playingProperty().get());
        long here = show.snapshot().sequence();
        robot.type(KeyCode.LEFT, 20);
        Rig.until("it is twenty events earlier", () -> show.snapshot().sequence() == here - 20);
        assertThat(rig.node("#branch")).isEmpty();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> show.apply(new Command.SetPolicy(PolicyChoice.of("textbook/two-choices"))));
        Rig.until("another story is told", () -> forks(show).branches().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        return show;
    }

    private static Forks forks(Show show) {
        return show.forks().orElseThrow();
    }

    @Test
    void comparesAForkWithWhatItWasForkedFrom(FxRobot robot) {
        var show = forked(robot);
        long forked = forks(show).currentProperty().get().forkNanos();
        robot.type(KeyCode.C);
        Rig.until("the other branch is offered", () -> rig.node("#branch-1").isPresent());
        assertThat(((CheckBox) rig.node("#branch-1").orElseThrow()).isSelected())
                .isTrue();
        rig.tabTo(robot, "#begin-comparison");
        robot.type(KeyCode.ENTER);
        Rig.until("it is told", () -> rig.theatre.placeProperty().get() instanceof Place.Comparing);
        Comparing comparing = ((Place.Comparing) rig.theatre.placeProperty().get()).comparing();
        var comparison = comparing.telling().comparison();
        assertThat(comparing.telling().contest().contestants())
                .extracting(c -> c.policy().id())
                .containsExactly("textbook/two-choices", "textbook/ring");
        assertThat(comparison.between(0, 1)).isInstanceOf(Pairing.Paired.class);
        var fork = (Side.Told) comparison.sides().get(0);
        var original = (Side.Told) comparison.sides().get(1);
        for (int request = 1; fork.arrivals().nanos(request) < forked - 2_000_000_000L; request++) {
            assertThat(fork.outcomes().nanos(request))
                    .isEqualTo(original.outcomes().nanos(request));
        }
        assertThat(fork.figures()).isNotEqualTo(original.figures());
        rig.tabTo(robot, "#compare-end");
        robot.type(KeyCode.SPACE);
        Rig.until("the world is back", () -> rig.theatre.placeProperty().get() instanceof Place.Exploring);
        assertThat(forks(show).branches()).hasSize(2);
    }

    @Test
    void switchesBetweenBranchesFromTheKeyboard(FxRobot robot) {
        var show = forked(robot);
        assertThat(rig.words("#branch")).startsWith("Branch 2: two choices");
        robot.type(KeyCode.V);
        Rig.until("they are listed", () -> rig.node("#to-branch-1").isPresent());
        rig.tabTo(robot, "#to-branch-1");
        robot.type(KeyCode.ENTER);
        Rig.until("the original is shown", () -> rig.words("#branch").equals("Original"));
        assertThat(show.world().scenario().policy().id()).isEqualTo("textbook/ring");
        robot.type(KeyCode.V);
        Rig.until("they are listed", () -> rig.node("#to-branch-2").isPresent());
        rig.tabTo(robot, "#to-branch-2");
        robot.type(KeyCode.ENTER);
        Rig.until("the fork is shown", () -> rig.words("#branch").startsWith("Branch 2"));
        robot.type(KeyCode.B);
        Rig.until("one key leads back", () -> rig.words("#branch").equals("Original"));
    }

    @Test
    void callsABranchOtherwiseAndDeletesItWhenAskedTwice(FxRobot robot) {
        var show = forked(robot);
        robot.type(KeyCode.V);
        Rig.until("they are listed", () -> rig.node("#branches-rename-2").isPresent());
        rig.tabTo(robot, "#branches-rename-2");
        robot.type(KeyCode.SPACE);
        robot.write("by two");
        robot.type(KeyCode.ENTER);
        Rig.until("it is called so", () -> rig.words("#to-branch-2").equals("by two"));
        assertThat(rig.words("#branch")).isEqualTo("by two");
        assertThat(rig.node("#branches-delete-1")).isEmpty();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> ((Button) rig.node("#branches-delete-2").orElseThrow()).fire());
        assertThat(forks(show).branches()).hasSize(2);
        rig.tabTo(robot, "#delete-branch");
        robot.type(KeyCode.SPACE);
        Rig.until("it is gone", () -> forks(show).branches().size() == 1);
        assertThat(rig.node("#branch")).isEmpty();
        assertThat(show.world().scenario().policy().id()).isEqualTo("textbook/ring");
    }
}
