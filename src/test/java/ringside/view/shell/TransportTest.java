package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.view.Show;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Checks;
import ringside.world.Command;
import ringside.world.Happening;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Stop;
import ringside.world.Traffic;
import ringside.world.World;

@ExtendWith(ApplicationExtension.class)
final class TransportTest {
    private static final long SECOND = 1_000_000_000;
    private static final ServerId B = new ServerId("B");

    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Opens a world of two servers that stands still. */
    private Show open(FxRobot robot, double perSecond) {
        var scenario = Scenario.of(ServerSpec.named("A"), ServerSpec.named("B"))
                .with(Traffic.none().arriving(new Arrivals.Constant(perSecond)))
                .with(Checks.usual());
        robot.interact(() ->
                rig.theatre.explore(new StartPoint("two", "Two servers", World.Kind.SIMULATED, Layout.FLOW, scenario)));
        Rig.until("the world is open", () -> rig.theatre.placeProperty().get() instanceof Place.Exploring);
        var show = rig.theatre.placeProperty().get().on().orElseThrow();
        robot.interact(() -> show.playingProperty().set(false));
        return show;
    }

    private void runTo(FxRobot robot, Show show, long nanos) {
        robot.interact(() -> show.runAhead(nanos));
        Rig.until("the run is over", () -> show.nanosProperty().get() == nanos);
    }

    @Test
    void scrubsAcrossSixHundredThousandEvents(FxRobot robot) {
        var show = open(robot, 3000);
        var timeline = show.world().timeline();
        while (timeline.nextSequence() < 600_000) {
            runTo(robot, show, show.newestProperty().get() + 20 * SECOND);
        }
        var bounds = rig.node("#scrubber").orElseThrow();
        var left = robot.point(bounds)
                .atOffset(-bounds.getLayoutBounds().getWidth() / 2 + 20, -13)
                .query();
        double width = bounds.getLayoutBounds().getWidth() - 40;
        robot.moveTo(at(left, width)).press(MouseButton.PRIMARY);
        for (double share : new double[] {0.9, 0.15, 0.62, 0.31, 0.77, 0.04, 0.5}) {
            robot.moveTo(at(left, share * width));
        }
        robot.release(MouseButton.PRIMARY);
        long newest = show.newestProperty().get();
        Rig.until("the middle is shown", () -> Math.abs(show.nanosProperty().get() - newest / 2) < newest / 100);
        long there = show.nanosProperty().get();
        assertThat(show.snapshot()).isEqualTo(timeline.at(there));
        assertThat(show.snapshot().totals().arrived()).isBetween(3000 * (there / SECOND), 3000 * (there / SECOND + 1));
    }

    private static Point2D at(Point2D left, double x) {
        return new Point2D(left.getX() + x, left.getY());
    }

    @Test
    void stepsFromDecisionToDecisionAndFromMarkerToMarker(FxRobot robot) {
        var show = open(robot, 20);
        runTo(robot, show, 3 * SECOND);
        robot.interact(() -> show.apply(new Command.SetWeight(new ServerId("A"), 2)));
        robot.interact(() -> show.apply(new Command.RemoveServer(B, Command.Leaving.KILL)));
        runTo(robot, show, 5 * SECOND);
        robot.interact(() -> show.seek(2 * SECOND));
        Rig.until("it is in the past", () -> show.nanosProperty().get() == 2 * SECOND);
        long before = show.snapshot().decision().orElseThrow().request();
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 3).release(KeyCode.SHIFT);
        Rig.until("three decisions later", () -> decided(show) == before + 3);
        assertThat(last(show)).isInstanceOf(Happening.Routed.class);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        Rig.until("one decision back", () -> decided(show) == before + 2);
        assertThat(last(show)).isInstanceOf(Happening.Routed.class);
        robot.type(KeyCode.CLOSE_BRACKET);
        Rig.until("it is where B left", () -> show.nanosProperty().get() == 3 * SECOND);
        robot.type(KeyCode.OPEN_BRACKET);
        Rig.until("it is where servers joined", () -> show.nanosProperty().get() == 0);
    }

    private static long decided(Show show) {
        return show.snapshot().decision().orElseThrow().request();
    }

    private static Happening last(Show show) {
        var timeline = show.world().timeline();
        return timeline.event(show.snapshot().sequence() - 1).orElseThrow().what();
    }

    @Test
    void stopsWhenAServerIsEjectedAndSaysSo(FxRobot robot) {
        var show = open(robot, 20);
        robot.type(KeyCode.S);
        Rig.until(
                "the choice is there",
                () -> robot.lookup("#stop-ejected").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#stop-ejected").queryAs(CheckBox.class).fire());
        assertThat(((ToggleButton) rig.node("#stop-when").orElseThrow()).isSelected())
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> show.apply(new Command.SetBehaviour(B, new Behaviour.Crashed())));
        robot.interact(() -> {
            show.speedProperty().set(20);
            show.playingProperty().set(true);
        });
        Rig.until("it stops", () -> show.stopProperty().get().isPresent());
        Rig.until("it stands", () -> !show.playingProperty().get());
        assertThat(show.stopProperty().get().map(Stop::why)).contains(new Stop.Why.Ejected(B));
        assertThat(last(show)).isEqualTo(new Happening.Ejected(B));
        assertThat(rig.words("#narration")).isEqualTo("Stopped: B was ejected.");
        robot.interact(() -> show.playingProperty().set(true));
        Rig.until("it goes on", () -> show.stopProperty().get().isEmpty());
        robot.interact(() -> rig.theatre.home());
        assertThat(open(robot, 20).stopChoiceProperty().get().ejected())
                .as("as long as the program runs")
                .isTrue();
    }

    @Test
    void runsAheadAsideAndLetsItselfBeStopped(FxRobot robot) {
        var show = open(robot, 2000);
        robot.interact(() -> show.runAhead(1_000_000 * SECOND));
        Rig.until("it tells how far it is", () -> rig.node("#run-progress").isPresent());
        long there = show.nanosProperty().get();
        Rig.until("it comes some way", () -> show.newestProperty().get() > there + SECOND);
        assertThat(show.nanosProperty().get()).as("the picture waits").isEqualTo(there);
        robot.type(KeyCode.ESCAPE);
        Rig.until("it is over", () -> rig.node("#run-progress").isEmpty());
        Rig.until("it is shown how far it came", () -> show.nanosProperty().get() > there + SECOND);
        robot.interact(() -> show.apply(new Command.SetTraffic(Traffic.none())));
        long minutes = show.newestProperty().get() / (60 * SECOND);
        robot.type(KeyCode.R);
        Rig.until("it asks how far", () -> robot.lookup("#run-go").tryQuery().isPresent());
        robot.clickOn("#run-go");
        Rig.until("it is there", () -> show.nanosProperty().get() == (minutes / 10 + 1) * 600 * SECOND);
    }

    @Test
    void holdsTheSpeedAtRealTimeWhenAKeyWouldStepOverIt(FxRobot robot) {
        var show = open(robot, 1);
        robot.interact(() -> show.speedProperty().set(1.3));
        rig.tabTo(robot, "#speed");
        robot.type(KeyCode.LEFT);
        Rig.until("it is real time", () -> show.speedProperty().get() == 1);
        robot.type(KeyCode.LEFT);
        Rig.until("it is slower", () -> show.speedProperty().get() < 0.7);
    }
}
