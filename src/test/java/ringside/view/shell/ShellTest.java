package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
import ringside.engine.PolicyOption;
import ringside.engine.ServerId;
import ringside.view.Selection;
import ringside.view.stage.StageView;
import ringside.world.Arrivals;
import ringside.world.Behaviour;

@ExtendWith(ApplicationExtension.class)
final class ShellTest {
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
    void welcomesWithEveryLessonAndStartPoint() {
        Rig.until("the lessons are listed", () -> rig.node("#lesson-zombies").isPresent());
        assertThat(new String[] {
                    "#lesson-round-robin", "#lesson-the-ring", "#lesson-add-and-remove", "#lesson-zombies",
                    "#start-three-servers", "#start-ring", "#start-sandbox", "#start-file"
                })
                .allMatch(tile -> rig.node(tile).isPresent());
    }

    @Test
    void beginsWithTheFirstLesson(FxRobot robot) {
        Rig.until("it is offered", () -> rig.words("#continue").equals("Begin: One is not enough"));
        robot.clickOn("#continue");
        Rig.until("it is on", () -> rig.theatre.placeProperty().get() instanceof Place.Learning);
    }

    @Test
    void changesEveryColourWithTheTheme(FxRobot robot) {
        Rig.until("the welcome is there", () -> rig.node(".tile").isPresent());
        var before = ground(".tile");
        robot.clickOn("#theme");
        Rig.until("it is dark", () -> rig.shell.look().darkProperty().get());
        Rig.until("the tiles are dark", () -> !ground(".tile").equals(before));
        assertThat(rig.theatre.memoryProperty().get().theme()).isEqualTo(ThemeChoice.DARK);
        robot.clickOn("#theme");
        Rig.until("the tiles are light again", () -> ground(".tile").equals(before));
    }

    @Test
    void theStageMovesOrGoesOnInStepsAndThatIsRemembered(FxRobot robot) {
        rig.explore(robot, "ring");
        robot.interact(rig.shell::toggleMotion);
        assertThat(stage().reducedMotionProperty().get()).isTrue();
        assertThat(rig.theatre.memoryProperty().get().motion()).isEqualTo(MotionChoice.STEPS);
        robot.interact(rig.shell::toggleMotion);
        assertThat(stage().reducedMotionProperty().get()).isFalse();
        assertThat(rig.theatre.memoryProperty().get().motion()).isEqualTo(MotionChoice.SMOOTH);
    }

    @Test
    void kChoosesWhatColoursSayWhereverTheFocusIs(FxRobot robot) {
        rig.explore(robot, "ring");
        Rig.until("as suits the ring", () -> says("#lens").equals("colour: server ▾"));
        robot.interact(() -> rig.node("#play").orElseThrow().requestFocus());
        robot.type(KeyCode.K);
        Rig.until("the next one", () -> says("#lens").equals("colour: age ▾"));
    }

    private String says(String query) {
        return rig.node(query).map(n -> ((Labeled) n).getText()).orElse("");
    }

    private StageView stage() {
        return (StageView) rig.node("#stage").orElseThrow();
    }

    private String ground(String query) {
        var tile = (Region) rig.node(query).orElseThrow();
        return tile.getBackground().getFills().getLast().getFill().toString();
    }

    @Test
    void tellsWhereAScenarioFileIsWrong(FxRobot robot) {
        robot.clickOn("#top-explore");
        Rig.until("the worlds are there", () -> rig.node("#start-file").isPresent());
        robot.clickOn("#start-file");
        Rig.until("the problem is shown", () -> rig.node("#problem").isPresent());
        assertThat(rig.words("#problem")).isEqualTo("lab.yaml:3:5: `wieght` is not known here; did you mean `weight`?");
    }

    @Test
    void stepsToTheNextEventAndBack(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("requests are made", () -> show.snapshot().totals().arrived() > 5);
        robot.type(KeyCode.SPACE);
        Rig.until("it stands still", () -> !show.playingProperty().get());
        long here = show.snapshot().sequence();
        robot.type(KeyCode.LEFT);
        robot.type(KeyCode.LEFT);
        Rig.until("it is two events earlier", () -> show.snapshot().sequence() == here - 2);
        robot.type(KeyCode.RIGHT);
        Rig.until("it is one event later", () -> show.snapshot().sequence() == here - 1);
        robot.type(KeyCode.HOME);
        Rig.until("it is at the beginning", () -> show.snapshot().totals().arrived() == 0);
        robot.type(KeyCode.END);
        Rig.until("it is at the end", show.atNowProperty()::get);
        assertThat(show.snapshot().sequence()).isGreaterThanOrEqualTo(here);
    }

    @Test
    void undoesAndDoesAgain(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        robot.clickOn("#traffic");
        assertThat(show.world().scenario().traffic().arrivals()).isEqualTo(new Arrivals.None());
        robot.clickOn("#undo");
        assertThat(show.world().scenario().traffic().arrivals()).isEqualTo(new Arrivals.Poisson(40));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(show.world().scenario().traffic().arrivals()).isEqualTo(new Arrivals.None());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(show.world().scenario().traffic().arrivals()).isEqualTo(new Arrivals.Poisson(40));
        assertThat(show.canUndoProperty().get()).isFalse();
    }

    @Test
    void speedsUpWithOneKey(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        robot.type(KeyCode.DIGIT7);
        assertThat(show.speedProperty().get()).isEqualTo(5);
        assertThat(rig.theatre.memoryProperty().get().speed()).isEqualTo(5);
    }

    @Test
    void leavesKeysToWhoeverIsTyping(FxRobot robot) {
        var show = rig.learn("the-ring").show();
        robot.clickOn("#prediction").write("7 l");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(show.speedProperty().get()).isEqualTo(1);
        assertThat(show.playingProperty().get()).isTrue();
        assertThat(((TextField) rig.node("#prediction").orElseThrow()).getText())
                .isEqualTo("7 l");
    }

    @Test
    void saysInOneSentenceWhereARequestWentAndWhy(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("a decision is told", () -> rig.words("#narration").matches("Request \\d+ went to [ABC]: user:.*"));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> show.playingProperty().set(false));
        var routed = show.snapshot().decision().orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> show.selectionProperty().set(new Selection.OfRequest(routed.request())));
        assertThat(rig.words("#why-sentence"))
                .startsWith("Request " + routed.request() + " went to " + routed.server());
        robot.clickOn("#show-code");
        assertThat(robot.lookup("#source").queryAs(TextArea.class).getText())
                .contains("public final class VirtualNodeRing implements RingPolicy");
    }

    @Test
    void makesAServerAZombieFromTheInspector(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> show.selectionProperty().set(new Selection.OfServer(new ServerId("B"))));
        press(robot, "#behaviour-zombie");
        robot.type(KeyCode.DIGIT8);
        Rig.until(
                "the checks throw it out",
                () -> show.snapshot()
                        .server(new ServerId("B"))
                        .filter(s -> !s.open())
                        .isPresent());
        press(robot, "#behaviour-healthy");
        Rig.until(
                "the checks bring it back",
                () -> show.snapshot()
                        .server(new ServerId("B"))
                        .filter(s -> s.open())
                        .isPresent());
    }

    @Test
    void freezesAServerFromTheInspectorsFurtherWays(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        var b = new ServerId("B");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> show.selectionProperty().set(new Selection.OfServer(b)));
        Rig.until("the ways are there", () -> rig.node("#behaviour-more").isPresent());
        var more = (MenuButton) rig.node("#behaviour-more").orElseThrow();
        assertThat(more.getText()).isEqualTo("More ways…");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> more.getItems().getFirst().fire());
        assertThat(show.world().scenario().require(b).behaviour()).isEqualTo(new Behaviour.Frozen());
        Rig.until("it says what was chosen", () -> more.getText().equals("Freeze"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(show.world().scenario().require(b).behaviour()).isEqualTo(Behaviour.HEALTHY);
    }

    @Test
    void tellsWhenNobodyIsLeftToAnswer(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        for (var name : new String[] {"A", "B", "C"}) {
            var server = new ServerId(name);
            WaitForAsyncUtils.waitForAsyncFx(
                    5000, () -> show.selectionProperty().set(new Selection.OfServer(server)));
            press(robot, "#behaviour-crashed");
        }
        robot.type(KeyCode.DIGIT8);
        Rig.until("the banner says so", () -> rig.node("#banner").isPresent());
        assertThat(rig.words("#banner .banner-text")).startsWith("Nobody is left to answer");
    }

    @Test
    void findsAPolicyByAFewLetters(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        Rig.until("the palette is open", () -> rig.node("#find").isPresent());
        robot.write("peak ew").type(KeyCode.ENTER);
        Rig.until(
                "the policy is chosen",
                () -> show.world().scenario().policy().id().equals("textbook/peak-ewma"));
    }

    @Test
    void showsTheOptionsOfThePolicyThatWasChosen(FxRobot robot) {
        rig.explore(robot, "ring");
        Rig.until("the ring's option is there", () -> options().contains("points on the ring"));
        choose(robot, "textbook/peak-ewma");
        Rig.until("an option takes its place", () -> !options().contains("points on the ring"));
        assertThat(options()).isEqualTo(sentencesOf("textbook/peak-ewma"));
        choose(robot, "envoy/ring-hash");
        Rig.until("all of the next are there", () -> options().equals(sentencesOf("envoy/ring-hash")));
    }

    private void choose(FxRobot robot, String policy) {
        var chooser = (SearchableComboBox<?>) rig.node("#policy").orElseThrow();
        robot.interact(() -> chooser.getSelectionModel()
                .select(Policies.all().indexOf(Policies.find(policy).orElseThrow())));
    }

    private String options() {
        return rig.node("#policy-options").stream()
                .flatMap(box -> ((Pane) box).getChildren().stream())
                .map(row -> ((Labeled) ((Pane) row).getChildren().getFirst()).getText())
                .collect(Collectors.joining("; "));
    }

    private static String sentencesOf(String policy) {
        return Policies.find(policy).orElseThrow().options().stream()
                .map(PolicyOption::sentence)
                .collect(Collectors.joining("; "));
    }

    @Test
    void opensAndClosesTheLogOfWhatHappened(FxRobot robot) {
        rig.explore(robot, "ring");
        robot.clickOn("#log-switch");
        Rig.until(
                "the log has lines",
                () -> ((TextArea) rig.node("#log").orElseThrow()).getText().contains("went to"));
    }

    private void press(FxRobot robot, String query) {
        Rig.until(query + " is there", () -> rig.node(query).isPresent());
        robot.clickOn(query);
    }
}
