package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.config.run.Picture;
import ringside.config.run.Preview;
import ringside.config.run.Run;
import ringside.config.run.RunFile;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.view.Show;
import ringside.world.Arrivals;
import ringside.world.Command;
import ringside.world.Event;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Tape;
import ringside.world.Traffic;
import ringside.world.World;

/** A run is saved from the window, and opened again to the same picture. */
@ExtendWith(ApplicationExtension.class)
final class RunWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static List<Event> events(Show show) {
        var timeline = show.world().timeline();
        return timeline.events(0, timeline.nextSequence());
    }

    /** A ring in which a server was killed, 20 events ago. */
    private Show somethingHappened(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("requests are made", () -> show.snapshot().totals().arrived() > 20);
        onScreen(() -> show.apply(new Command.RemoveServer(new ServerId("B"), Command.Leaving.KILL)));
        long killed = show.snapshot().sequence();
        Rig.until("more happens", () -> show.snapshot().sequence() > killed + 20);
        onScreen(() -> {
            show.playingProperty().set(false);
            show.layoutProperty().set(Layout.BOTH);
        });
        return show;
    }

    private static void onScreen(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, act);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void save(FxRobot robot) {
        rig.desk.chosen = Optional.of("/srv/lab.ringside");
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        Rig.until("it is saved", () -> rig.desk.files.containsKey("/srv/lab.ringside"));
        Rig.until("the line says so", () -> said().equals("Saved as /srv/lab.ringside."));
    }

    private byte[] saved() {
        return Objects.requireNonNull(rig.desk.files.get("/srv/lab.ringside"));
    }

    private String said() {
        return rig.node("#banner .banner-text").map(n -> ((Label) n).getText()).orElse("");
    }

    private Show reopen(FxRobot robot, Show before) {
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        Rig.until(
                "the run is open",
                () -> rig.theatre.placeProperty().get() instanceof Place.Exploring there && there.show() != before);
        return rig.theatre.placeProperty().get().on().orElseThrow();
    }

    @Test
    void opensToTheSamePicture(FxRobot robot) {
        var show = somethingHappened(robot);
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.LEFT);
        }
        Rig.until("it stands in the past", () -> !show.atNowProperty().get());
        var picture = show.snapshot();
        long nanos = show.nanosProperty().get();
        var told = events(show);
        save(robot);

        var again = reopen(robot, show);
        Rig.until("the picture is there", () -> again.snapshot().sequence() == picture.sequence());
        assertThat(again.snapshot()).isEqualTo(picture);
        assertThat(again.nanosProperty().get()).isEqualTo(nanos);
        assertThat(again.layoutProperty().get()).isEqualTo(Layout.BOTH);
        assertThat(again.playingProperty().get()).isFalse();
        assertThat(events(again).subList(0, told.size())).isEqualTo(told);
        assertThat(rig.theatre.placeProperty().get().title()).isEqualTo("The ring");
        assertThat(said()).isEmpty();
    }

    @Test
    void goesOnFromWhereItWasSaved(FxRobot robot) {
        var show = somethingHappened(robot);
        save(robot);
        var again = reopen(robot, show);
        long end = again.world().now();
        robot.type(KeyCode.SPACE);
        Rig.until("time passes", () -> again.world().now() > end);
        onScreen(() -> again.playingProperty().set(false));
        assertThat(events(again).stream().filter(e -> e.nanos() < end)).isNotEmpty();
    }

    @Test
    void listsItAmongTheLastFiles(FxRobot robot) {
        somethingHappened(robot);
        save(robot);
        onScreen(rig.theatre::home);
        Rig.until(
                "its picture is shown",
                () -> rig.node("#recent-files .thumbnail")
                        .map(t -> t.lookup(".image-view") instanceof ImageView)
                        .orElse(false));
        assertThat(rig.theatre.memoryProperty().get().recents()).containsExactly("/srv/lab.ringside");
        onScreen(rig.theatre::forgetFiles);
        assertThat(rig.node("#recent-files")).isEmpty();
    }

    @Test
    void keepsAFileThatIsGoneOutOfTheWay(FxRobot robot) {
        onScreen(() -> rig.theatre.memoryProperty().set(Memory.FRESH.having("/srv/gone.ringside")));
        Rig.until("it is grey", () -> rig.node("#recent-files .missing").isPresent());
        onScreen(() -> ((Button) rig.node("#recent-files .forget").orElseThrow()).fire());
        assertThat(rig.theatre.memoryProperty().get().recents()).isEmpty();
    }

    @Test
    void opensNothingOfAFileThatIsDamaged(FxRobot robot) {
        var show = somethingHappened(robot);
        save(robot);
        var whole = saved();
        rig.desk.files.put("/srv/lab.ringside", Arrays.copyOf(whole, whole.length / 2));
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        Rig.until("the problem is shown", () -> rig.node("#problem").isPresent());
        assertThat(((Label) rig.node("#problem").orElseThrow()).getText())
                .startsWith("/srv/lab.ringside:1:1: this run is damaged: preview.png breaks off");
        assertThat(rig.theatre.placeProperty().get().on()).contains(show);
    }

    @Test
    void goesBackFromARunThatTakesTooLong(FxRobot robot) {
        var busy = Scenario.of(ServerSpec.named("A")).with(Traffic.none().arriving(new Arrivals.Constant(5000)));
        var tape = Tape.of(busy).until(Duration.ofHours(10).toNanos());
        rig.explore(robot, "ring");
        var picture = new Picture(0, 1, "ring", preview(robot));
        rig.desk.files.put(
                "long.ringside", RunFile.write(new Run("Long", World.Kind.SIMULATED, tape, picture), "Ringside"));
        rig.desk.chosen = Optional.of("long.ringside");
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        Rig.until(
                "some of it is told",
                () -> rig.theatre.placeProperty().get() instanceof Place.Opening there
                        && there.share().get() > 0);
        robot.clickOn("#cancel-opening");
        Rig.until("the welcome is there", () -> rig.node("#welcome").isPresent());
        assertThat(rig.node("#problem")).isEmpty();
    }

    private Preview preview(FxRobot robot) {
        save(robot);
        return RunFile.read("lab", saved()).picture().preview();
    }
}
