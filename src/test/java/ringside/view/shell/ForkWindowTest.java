package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.SearchableComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.Policies;
import ringside.engine.ServerId;
import ringside.view.Forks;
import ringside.view.Show;
import ringside.world.Command;

/** Acting in the past, in the window. */
@ExtendWith(ApplicationExtension.class)
final class ForkWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @SuppressWarnings("unchecked") // the only chooser with this name
    private void choosePolicy(String id) {
        var chooser = (SearchableComboBox<Policies.Entry>) rig.node("#policy").orElseThrow();
        var entry = Policies.all().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> chooser.setValue(entry));
    }

    private static long arrived(Show show) {
        return show.snapshot().totals().arrived();
    }

    @Test
    void stepsBackTwentyEventsAndGoesOnWithAnotherPolicy(FxRobot robot) {
        var show = rig.explore(robot, "three-servers");
        var forks = show.forks().orElseThrow();
        Rig.until("requests are made", () -> arrived(show) > 20);
        robot.type(KeyCode.SPACE);
        Rig.until("it stands still", () -> !show.playingProperty().get());
        long here = show.snapshot().sequence();
        var original = show.world();
        var policy = original.scenario().policy().id();
        robot.type(KeyCode.LEFT, 20);
        Rig.until("it is twenty events earlier", () -> show.snapshot().sequence() == here - 20);
        long then = show.snapshot().nanos();
        long arrived = arrived(show);

        choosePolicy("textbook/two-choices");
        Rig.until("another story is shown", () -> forks.currentProperty().get().number() == 2);
        assertThat(forks.currentProperty().get().name()).matches("Branch 2: two choices at \\d+\\.\\d s");
        assertThat(show.world().scenario().policy().id()).isEqualTo("textbook/two-choices");
        assertThat(show.nanosProperty().get()).isEqualTo(then);
        assertThat(arrived(show)).isEqualTo(arrived);
        assertThat(original.scenario().policy().id()).isEqualTo(policy);
        assertThat(original.timeline().nextSequence()).isEqualTo(here);

        robot.type(KeyCode.SPACE);
        Rig.until("it goes on", () -> arrived(show) > arrived + 20);
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.B);
        Rig.until("the first is shown again", () -> show.world().equals(original));
        assertThat(show.world().scenario().policy().id()).isEqualTo(policy);
    }

    @Test
    void undoneAtOnceItIsAsItWas(FxRobot robot) {
        var show = rig.explore(robot, "three-servers");
        Rig.until("requests are made", () -> arrived(show) > 20);
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.LEFT, 20);
        var before = show.snapshot().scenario();
        choosePolicy("textbook/two-choices");
        Rig.until("another story is shown", () -> forked(show.forks().orElseThrow()));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Rig.until("it is undone", () -> show.snapshot().scenario().equals(before));
        assertThat(show.world().scenario()).isEqualTo(before);
    }

    @Test
    void aPolicyChosenByKeysBeginsOneStoryAlone(FxRobot robot) {
        var show = rig.explore(robot, "three-servers");
        var forks = show.forks().orElseThrow();
        Rig.until("requests are made", () -> arrived(show) > 20);
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.LEFT, 20);
        robot.clickOn("#policy").type(KeyCode.HOME).type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        Rig.until("another story is shown", () -> forked(forks));
        Rig.until("no other is told", () -> forks.workProperty().get().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(forks.branches()).hasSize(2);
    }

    private static boolean forked(Forks forks) {
        return forks.currentProperty().get().number() == 2;
    }

    @Test
    void whatCannotBeDoneThereIsTold(FxRobot robot) {
        var show = rig.explore(robot, "three-servers");
        Rig.until("requests are made", () -> arrived(show) > 20);
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.LEFT, 20);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> show.apply(new Command.SetWeight(new ServerId("nobody"), 2)));
        Rig.until("the banner tells why", () -> rig.words(".banner-text").contains("no server is named nobody"));
        assertThat(show.forks().orElseThrow().branches()).hasSize(1);
    }

    @Test
    void aLessonHasOneStory(FxRobot robot) {
        var place = rig.learn("round-robin");
        assertThat(place.show().forks()).isEmpty();
        assertThat(rig.node("#fork-strip")).isEmpty();
    }
}
