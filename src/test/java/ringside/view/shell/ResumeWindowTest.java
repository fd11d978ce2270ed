package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.KeptNotebook;
import ringside.lesson.LessonFile;
import ringside.lesson.Lessons;
import ringside.lesson.progress.LessonNotes;

/** A lesson that is left halfway, and what is to be seen of it on the next day. */
@ExtendWith(ApplicationExtension.class)
final class ResumeWindowTest {
    private static final String LESSON = """
        ---
        id: halfway
        title: Halfway
        minutes: 5
        level: change
        world: simulated
        layout: flow
        scenario:
          pool:
            policy: textbook/round-robin
            servers: [{name: A, latency: {constant: 20ms}}, {name: B, latency: {constant: 30ms}}]
          traffic: {arrivals: {constant: 50/s}}
        ---
        ## Look
        Two servers.

        ## Ask

        ```predict
        question: How many servers are there?
        kind: number
        answer: servers
        right: "Right."
        otherwise: "There are {servers}."
        because: because
        ```

        ```do
        label: Take B away
        words: remove B
        ```

        ## Go on
        A is alone.

        ## End
        That is all.
        """;

    private Path folder = Path.of("");
    private KeptNotebook kept = new KeptNotebook(folder());
    private final Rig.Desk desk = new Rig.Desk();
    private Optional<Rig> open = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    private Path folder() {
        try {
            folder = Files.createTempDirectory("resume");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Start
    void start(Stage on) {
        desk.lessons = new Lessons(List.of(LessonFile.read("halfway/lesson.md", LESSON, folder)), List.of());
        desk.chosen = Optional.of(folder.resolve("exported.json").toString());
        stage = Optional.of(on);
        open = Optional.of(Rig.on(on, kept.notebook(), desk));
    }

    @AfterEach
    void close() throws IOException {
        rig().close();
        kept.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Rig rig() {
        return open.orElseThrow();
    }

    private void restart() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> rig().close());
        kept.close();
        kept = new KeptNotebook(folder);
        WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> open = Optional.of(Rig.on(stage.orElseThrow(), kept.notebook(), desk)));
    }

    private void press(FxRobot robot, String query) {
        Rig.until(
                query + " is there",
                () -> rig().node(query).filter(n -> !n.isDisabled()).isPresent());
        robot.clickOn(rig().node(query).orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Place.Learning learning() {
        Rig.until("the lesson is open", () -> rig().theatre.placeProperty().get() instanceof Place.Learning);
        return (Place.Learning) rig().theatre.placeProperty().get();
    }

    private LessonNotes notes() {
        return rig().theatre.progressProperty().get().lesson("halfway").orElseThrow();
    }

    private Place.Learning playHalf(FxRobot robot) {
        press(robot, "#lesson-halfway");
        var place = learning();
        press(robot, "#lesson-next");
        press(robot, "#prediction");
        robot.write("3");
        press(robot, "#commit");
        press(robot, "#because");
        robot.write("it comes first\n");
        press(robot, ".deed");
        press(robot, "#lesson-next");
        Rig.until("something happened", () -> place.show().world().now() > 300_000_000L);
        press(robot, "#home");
        return place;
    }

    @Test
    void goesOnAtTheSameStepWithTheSamePictureAfterARestart(FxRobot robot) {
        var before = playHalf(robot);
        var mark = notes().bookmark().orElseThrow();
        long left = mark.world().orElseThrow().nanos();
        var picture = before.run().world().timeline().at(left);
        assertThat(mark.shown()).isEqualTo(3);

        restart();
        Rig.until("the lesson is offered", () -> rig().words("#continue").contains("Halfway, step 3"));
        press(robot, "#continue");
        var after = learning();
        assertThat(after.run().step().number()).isEqualTo(3);
        assertThat(rig().words(".lesson-head .heading")).isEqualTo("Go on");
        assertThat(after.run().world().now()).isGreaterThanOrEqualTo(left);
        assertThat(after.run().world().timeline().at(picture.nanos())).isEqualTo(picture);
        assertThat(after.run().world().timeline().events(0, picture.sequence()))
                .isEqualTo(before.run().world().timeline().events(0, picture.sequence()));
        press(robot, "#lesson-next");
        press(robot, "#lesson-next");
        assertThat(after.run().finished()).isTrue();
        assertThat(notes().done()).isTrue();
    }

    @Test
    void showsWhatWasLearntAndTakesItOutInAndBack(FxRobot robot) {
        playHalf(robot);
        press(robot, "#what-was-learnt");
        assertThat(rig().words("#learnt-sum")).startsWith("0 of 1 lessons done · 0 of 1 predictions right");
        press(robot, "#learnt-halfway-answers");
        assertThat(texts())
                .contains(
                        "How many servers are there?",
                        "You said: 3",
                        "Because it comes first",
                        "It was: 2",
                        "There are 2.");
        press(robot, "#learnt-export");
        Rig.until("it is exported", () -> Files.exists(folder.resolve("exported.json")));
        var before = notes();
        press(robot, "#learnt-halfway-reset");
        press(robot, "#agree");
        assertThat(rig().theatre.progressProperty().get().lessons()).isEmpty();
        press(robot, "#learnt-undo");
        assertThat(notes()).isEqualTo(before);
        press(robot, "#learnt-reset-all");
        press(robot, "#agree");
        assertThat(rig().theatre.progressProperty().get().lessons()).isEmpty();
        press(robot, "#learnt-import");
        Rig.until(
                "it is imported",
                () -> !rig().theatre.progressProperty().get().lessons().isEmpty());
        assertThat(notes()).isEqualTo(before);
    }

    @Test
    void refusesToImportWhatIsNoProgress(FxRobot robot) throws IOException {
        playHalf(robot);
        press(robot, "#what-was-learnt");
        var before = rig().theatre.progressProperty().get();
        Files.writeString(folder.resolve("exported.json"), "{\"lessons\": 7}");
        press(robot, "#learnt-import");
        Rig.until("it is refused", () -> rig().words("#problem").startsWith("exported.json is damaged or no progress"));
        assertThat(rig().theatre.progressProperty().get()).isEqualTo(before);
    }

    @Test
    void saysWhenAnotherWindowKeepsTheProgressAndTakesOverOnceItIsClosed(FxRobot robot) {
        var other = kept;
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> rig().close());
        kept = new KeptNotebook(folder);
        WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> open = Optional.of(Rig.on(stage.orElseThrow(), kept.notebook(), desk)));
        Rig.until("it is said", () -> rig().node("#save-trouble").isPresent());
        playHalf(robot);
        other.close();
        press(robot, "#save-retry");
        Rig.until("all is well", () -> rig().node("#save-trouble").isEmpty());
        restart();
        assertThat(notes().reached()).isEqualTo(3);
    }

    private List<String> texts() {
        return rig().shell.scene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
