package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.KeptNotebook;
import ringside.engine.ServerId;
import ringside.lesson.Block;
import ringside.lesson.Lessons;
import ringside.lesson.progress.Draft;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.SimulatedWorld;
import ringside.world.World;
import ringside.world.WorldFactory;

/** What was drawn, done and written in a lesson, after the program was closed and opened again. */
@ExtendWith(ApplicationExtension.class)
final class TakenUpWindowTest {
    private static final WorldFactory WORLDS = (kind, scenario) ->
            kind == World.Kind.LIVE ? new LiveWorld(scenario, LiveOptions.anywhere()) : new SimulatedWorld(scenario);

    @TempDir
    private Path folder = Path.of("");

    private final Rig.Desk desk = new Rig.Desk();
    private Optional<KeptNotebook> kept = Optional.empty();
    private Optional<Rig> open = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage on) {
        stage = Optional.of(on);
    }

    @AfterEach
    void close() {
        open.ifPresent(rig -> WaitForAsyncUtils.waitForAsyncFx(20_000, rig::close));
        kept.ifPresent(KeptNotebook::close);
    }

    private void open() {
        close();
        kept = Optional.of(new KeptNotebook(folder));
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> open = Optional.of(
                        Rig.on(stage.orElseThrow(), WORLDS, kept.orElseThrow().notebook(), desk)));
    }

    private Rig rig() {
        return open.orElseThrow();
    }

    private Place.Learning everyKind() {
        desk.lessons = Lessons.in(Path.of("src", "test", "resources", "lessons"));
        open();
        return rig().learn("every-kind");
    }

    private void press(FxRobot robot, String query) {
        Rig.until(
                query + " is there",
                () -> rig().node(query).filter(n -> !n.isDisabled()).isPresent());
        new Hand.Mouse(rig(), robot).press(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void answer(Place.Learning place, String given) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var asked = place.run().step().blocks(Block.Predict.class).getLast();
            place.run().predict(asked, given);
        });
    }

    private void next(Place.Learning place) {
        Rig.until("the step can be left", () -> place.run().remaining().isEmpty());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.run().next());
    }

    @Test
    void drawnAnswersAreDrawnAgain(FxRobot robot) {
        var place = everyKind();
        answer(place, "50% 80%");
        press(robot, "#task-solve");
        next(place);
        press(robot, ".deed");
        answer(place, "a=30 b=30 c=40");
        Rig.until("both are shown", () -> rig().node("#beside").isPresent());
        int bars = bars();
        assertThat(bars).isEqualTo(6);

        open();
        var later = rig().learn("every-kind");
        Rig.until("both are shown", () -> rig().node("#beside").isPresent());
        assertThat(bars()).isEqualTo(bars);
        press(robot, "#step-1");
        var sketch = later.show().sketchProperty().get().orElseThrow();
        assertThat(sketch.drawn().orElseThrow().from()).isCloseTo(0.5, within(0.001));
        assertThat(sketch.real().getFirst().from()).isCloseTo(0.492, within(0.001));
        assertThat(sketch.real().getFirst().to()).isCloseTo(0.792, within(0.001));
    }

    private int bars() {
        return rig().node("#beside").orElseThrow().lookupAll(".bar-track").size();
    }

    @Test
    void whatWasDoneIsUndone(FxRobot robot) {
        var place = everyKind();
        answer(place, "50% 80%");
        press(robot, "#task-solve");
        Rig.until("it has left", () -> servers(place).size() == 2);
        open();
        var later = rig().learn("every-kind");
        assertThat(servers(later)).containsExactly("Server-A", "Server-C");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Rig.until("it is back", () -> servers(later).contains("Server-B"));
    }

    private static List<String> servers(Place.Learning place) {
        return place.run().world().scenario().servers().stream()
                .map(s -> s.id().name())
                .toList();
    }

    @Test
    void keysGoToTheServerThatWasClickedLast(FxRobot robot) {
        var place = everyKind();
        answer(place, "50% 80%");
        press(robot, "#because");
        robot.write("its arc is");
        press(robot, "#server-Server-B");
        robot.type(KeyCode.DELETE);
        Rig.until("it has left", () -> servers(place).size() == 2);
        assertThat(servers(place)).containsExactly("Server-A", "Server-C");
        press(robot, "#because");
        press(robot, "#server-Server-C");
        assertThat(rig().shell.scene().getFocusOwner().getId()).isEqualTo("server-Server-C");
        assertThat(place.show().snapshot().server(new ServerId("Server-C"))).isPresent();
    }

    @Test
    void aConfigurationIsWrittenOn(FxRobot robot) {
        desk.workplace = new Alone();
        open();
        var place = rig().learn("nginx-by-hand");
        answer(place, "error");
        press(robot, ".deed");
        next(place);
        press(robot, "#serve");
        press(robot, ".piece");
        press(robot, ".piece");
        var laid = laid();
        assertThat(laid).hasSize(2);
        Rig.until(
                "they are kept", () -> draft().filter(d -> d.laid().size() == 2).isPresent());

        desk.workplace = new Alone();
        open();
        rig().learn("nginx-by-hand");
        Rig.until("the servers are there again", () -> rig().node("#laid").isPresent());
        assertThat(laid()).isEqualTo(laid);
        press(robot, "#edit");
        press(robot, "#configuration");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        robot.write("# half a thought");
        Rig.until(
                "it is kept",
                () -> draft().flatMap(Draft::text)
                        .filter(t -> t.endsWith("# half a thought"))
                        .isPresent());

        desk.workplace = new Alone();
        open();
        rig().learn("nginx-by-hand");
        Rig.until("the text is there again", () -> rig().node("#configuration").isPresent());
        var area = (TextArea) rig().node("#configuration").orElseThrow();
        assertThat(area.getText()).endsWith("# half a thought");
        press(robot, "#pieces");
        assertThat(laid()).isEqualTo(laid);
    }

    private List<String> laid() {
        var list = (ListView<?>) rig().node("#laid").orElseThrow();
        return list.getItems().stream().map(Object::toString).toList();
    }

    private Optional<Draft> draft() {
        return rig().theatre
                .progressProperty()
                .get()
                .lesson("nginx-by-hand")
                .flatMap(notes -> notes.bookmark())
                .flatMap(mark -> mark.drafts().values().stream().findFirst());
    }
}
