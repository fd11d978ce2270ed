package ringside.view.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.Ledger;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Command;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Traffic;

@ExtendWith(ApplicationExtension.class)
final class StageViewTest {
    private static final ServerId B = new ServerId("B");

    private final List<String> trouble = new ArrayList<>();
    private Show show;
    private StageView stage;

    @Start
    void start(Stage window) {
        var scenario = Worlds.scenario("textbook/md5-ring", 3, 1000);
        show = new Show(Worlds.simulated(scenario.with(
                        new Traffic(new Arrivals.Constant(20), 50, new Keys.Uniform(1000)))
                .with(scenario.servers().stream()
                        .map(s -> s.taking(new Latency.Constant(Duration.ofMillis(600))))
                        .toList())));
        show.layoutProperty().set(Layout.RING);
        stage = new StageView(show, trouble::add);
        window.setScene(new Scene(stage, 744, 600));
        window.setX(10); // within the headless screen there is room for a whole menu
        window.setY(10);
        window.setWidth(744); // whatever the window was before
        window.setHeight(600);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(show::close);
    }

    @Test
    void aServerIsDraggedOffTheRingAndOnAgain(FxRobot robot) {
        robot.drag("#server-B", MouseButton.PRIMARY).moveBy(30, -60);
        assertThat(stage.whatIfProperty().get())
                .hasValueSatisfying(w -> assertThat(w.ring().moved()).isEqualTo(owned(w.ring())));
        assertThat(stage.previewProperty().get())
                .startsWith("B would leave: on the ring ")
                .contains("Under hash mod N");
        robot.drop();
        assertThat(pool()).as("let go over the ring").containsExactly("A", "B", "C");
        robot.drag("#server-B", MouseButton.PRIMARY).moveTo("#shelf-F").drop();
        assertThat(pool()).containsExactly("A", "C");
        assertThat(show.snapshot().remap())
                .hasValueSatisfying(l -> assertThat(l.moved()).isPositive());
        assertThat(stage.previewProperty().get()).isEmpty();
        settle(robot);
        robot.drag("#shelf-B", MouseButton.PRIMARY).moveTo(at(372, 280)).drop();
        assertThat(trouble).isEmpty();
        assertThat(pool()).containsExactly("A", "C", "B");
    }

    private static long owned(Ledger ledger) {
        return ledger.entries().stream()
                .filter(e -> e.before().equals(new Ledger.Owner.Of(B)))
                .count();
    }

    @Test
    void theSameIsDoneByKeys(FxRobot robot) {
        focus(robot, "#server-B");
        robot.push(KeyCode.BACK_SPACE);
        assertThat(pool()).containsExactly("A", "C");
        settle(robot);
        focus(robot, "#shelf-B");
        robot.push(KeyCode.ENTER);
        assertThat(pool()).containsExactly("A", "C", "B");
        settle(robot);
        focus(robot, "#server-A");
        robot.push(KeyCode.ADD);
        assertThat(pool()).containsExactly("A", "C", "B", "D");
    }

    @Test
    void arrowsGoRoundTheRing(FxRobot robot) {
        var seen = new ArrayList<String>();
        focus(robot, "#server-A");
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.RIGHT);
            seen.add(stage.getScene().getFocusOwner().getId());
        }
        assertThat(seen)
                .containsExactlyInAnyOrder("server-B", "server-C", "server-A")
                .endsWith("server-A");
        robot.push(KeyCode.LEFT);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo(seen.get(1));
    }

    @Test
    void escapePutsAServerBackAndTrafficGoesOn(FxRobot robot) {
        robot.interact(() -> show.playingProperty().set(true));
        robot.drag("#server-B", MouseButton.PRIMARY).moveBy(-30, 30);
        assertThat(show.playingProperty().get()).as("traffic holds").isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(show.playingProperty().get()).isTrue();
        assertThat(stage.whatIfProperty().get()).isEmpty();
        robot.moveTo("#shelf-F").drop();
        assertThat(pool()).containsExactly("A", "B", "C");
    }

    @Test
    void droppedOutsideWithAltItIsKilled(FxRobot robot) {
        run(robot, 1_000);
        assertThat(show.snapshot().server(B).map(ServerState::inFlight))
                .hasValueSatisfying(n -> assertThat(n).isPositive());
        robot.drag("#server-B", MouseButton.PRIMARY)
                .moveTo("#shelf-F")
                .press(KeyCode.ALT)
                .drop()
                .release(KeyCode.ALT);
        assertThat(pool()).containsExactly("A", "C");
        assertThat(show.snapshot().server(B)).as("no draining").isEmpty();
    }

    @Test
    void theMenuMakesAZombie(FxRobot robot) {
        robot.rightClickOn("#server-B");
        robot.clickOn("Zombie");
        assertThat(show.snapshot().scenario().require(B).behaviour()).isEqualTo(new Behaviour.Zombie());
        settle(robot);
        assertThat(robot.lookup("#server-B").query().getAccessibleText()).contains("zombie");
    }

    @Test
    void theMenuIsOpenedByKeysAsWell(FxRobot robot) {
        focus(robot, "#server-B");
        robot.push(KeyCode.CONTEXT_MENU);
        robot.clickOn("#menu-crashed");
        assertThat(show.snapshot().scenario().require(B).behaviour()).isEqualTo(new Behaviour.Crashed());
        focus(robot, "#server-A");
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        robot.clickOn("#menu-kill");
        assertThat(pool()).containsExactly("B", "C");
    }

    @Test
    void lShowsTheLegendAndHidesItAgain(FxRobot robot) {
        focus(robot, "#server-A");
        var legend = robot.lookup("#legend").query();
        assertThat(legend.isVisible()).isFalse();
        robot.push(KeyCode.L);
        assertThat(legend.isVisible()).isTrue();
        robot.push(KeyCode.L);
        assertThat(legend.isVisible()).isFalse();
    }

    @Test
    void kGoesOnToTheNextMeaningOfColoursAndEachLayoutKeepsItsOwn(FxRobot robot) {
        focus(robot, "#server-A");
        assertThat(lens(robot)).isEqualTo("colour: server ▾");
        robot.push(KeyCode.K);
        robot.push(KeyCode.K);
        assertThat(lens(robot)).isEqualTo("colour: client ▾");
        robot.interact(() -> show.layoutProperty().set(Layout.FLOW));
        assertThat(lens(robot)).as("as suits the flow").isEqualTo("colour: age ▾");
        robot.interact(() -> show.layoutProperty().set(Layout.RING));
        assertThat(lens(robot)).as("as chosen").isEqualTo("colour: client ▾");
        robot.push(KeyCode.K);
        assertThat(lens(robot)).as("past routes: there are none").isEqualTo("colour: server ▾");
        robot.interact(
                () -> show.apply(new Command.AddServer(ServerSpec.named("D").in("api"))));
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.K);
        }
        assertThat(lens(robot)).isEqualTo("colour: route ▾");
    }

    private static String lens(FxRobot robot) {
        return robot.lookup("#lens").queryLabeled().getText();
    }

    @Test
    void withReducedMotionThePictureGoesOnInSteps(FxRobot robot) {
        var seen = new ArrayList<List<Dot>>();
        robot.interact(() -> {
            stage.reducedMotionProperty().set(true);
            show.layoutProperty().set(Layout.FLOW);
            show.playingProperty().set(true);
            for (int frame = 1; frame <= 180; frame++) {
                show.pulse(16_000_000);
                stage.frame(frame * 16_000_000L);
                if (seen.isEmpty() || !seen.getLast().equals(stage.dots())) {
                    seen.add(stage.dots());
                }
            }
            show.playingProperty().set(false);
        });
        assertThat(seen).as("pictures within 2.9 s").hasSizeBetween(4, 7);
        assertThat(seen.getLast()).extracting(Dot::form).contains(Dot.Form.WHOLE, Dot.Form.WEDGE);
    }

    @Test
    void escapeWithAnEmptyHandPicksNothingOut(FxRobot robot) {
        robot.clickOn("#server-B");
        assertThat(show.selectionProperty().get()).isEqualTo(new Selection.OfServer(B));
        robot.push(KeyCode.ESCAPE);
        assertThat(show.selectionProperty().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void aFaceIsDrawnAgainWhenItLooksDifferentOnly(FxRobot robot) {
        settle(robot);
        int idle = corner(robot);
        run(robot, 1_000);
        settle(robot);
        assertThat(corner(robot)).as("has requests in hand").isNotEqualTo(idle);
        robot.interact(() -> show.seek(0));
        settle(robot);
        assertThat(corner(robot)).as("has none again").isEqualTo(idle);
    }

    @Test
    void aToolkitThatRunsIsNotStartedAgain() {
        assertThatThrownBy(() -> StagePicture.withToolkit(() -> 1)).isInstanceOf(IllegalStateException.class);
        assertThat(stage.getScene()).isNotNull();
    }

    @Test
    void aClickOnARequestPicksItOut(FxRobot robot) {
        robot.interact(() -> show.layoutProperty().set(Layout.FLOW));
        run(robot, 1_000);
        settle(robot);
        var dot = stage.dots().getFirst();
        robot.clickOn(at(dot.at().x(), dot.at().y()));
        assertThat(show.selectionProperty().get()).isEqualTo(new Selection.OfRequest(dot.request()));
        robot.clickOn("#server-B");
        assertThat(show.selectionProperty().get()).isInstanceOf(Selection.class);
        robot.clickOn(at(300, 60));
        assertThat(show.selectionProperty().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void layoutsSwitchAndServersMoveOver(FxRobot robot) {
        settle(robot);
        var before = robot.lookup("#server-B").query().getLayoutX();
        robot.clickOn("#layout-flow");
        settle(robot);
        assertThat(show.layoutProperty().get()).isEqualTo(Layout.FLOW);
        assertThat(robot.lookup("#server-B").query().getLayoutX()).isGreaterThan(before);
        assertThat(robot.lookup("#lens").queryLabeled().getText()).isEqualTo("colour: age ▾");
        robot.clickOn("#layout-ring");
        settle(robot);
        assertThat(robot.lookup("#server-B").query().getLayoutX()).isEqualTo(before);
    }

    @Test
    void theThemeTurnsAtOnceCanvasIncluded(FxRobot robot) {
        settle(robot);
        int light = middle(robot);
        robot.interact(() -> stage.paletteProperty().set(Palette.DARK));
        settle(robot);
        assertThat(light).isEqualTo(0xffffffff);
        assertThat(middle(robot)).isEqualTo(0xff151b23);
    }

    @Test
    void whatTheWorldRefusesIsTold(FxRobot robot) {
        robot.interact(() -> stage.act(new Command.SetWeight(new ServerId("Z"), 2)));
        assertThat(trouble).singleElement().asString().contains("Z");
    }

    @Test
    void everythingThatTakesKeysHasAName(FxRobot robot) {
        settle(robot);
        assertThat(Stream.of("#server-A", "#shelf-D", "#layout-both", "#lens")
                        .map(id -> robot.lookup(id).query().getAccessibleText()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void aPictureIsTheSameEachTime(FxRobot robot) {
        run(robot, 1_000);
        var picture = new StagePicture(show.snapshot(), Layout.BOTH, Palette.LIGHT, 800, 500);
        var twice = new ArrayList<byte[]>();
        robot.interact(() -> {
            twice.add(picture.png());
            twice.add(picture.png());
        });
        assertThat(twice.getFirst()).isEqualTo(twice.getLast()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(picture.svg()).isEqualTo(picture.svg());
    }

    private void run(FxRobot robot, long millis) {
        robot.interact(() -> {
            show.playingProperty().set(true);
            show.pulse(millis * 1_000_000);
            show.playingProperty().set(false);
        });
    }

    /** Lets the stage come to rest, whatever the clock of the wall says. */
    private void settle(FxRobot robot) {
        robot.interact(() -> {
            stage.applyCss();
            stage.layout();
            stage.rest();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
    }

    private List<String> pool() {
        WaitForAsyncUtils.waitForFxEvents();
        return show.snapshot().scenario().servers().stream()
                .map(s -> s.id().name())
                .toList();
    }

    private Point2D at(double x, double y) {
        return stage.localToScreen(x, y);
    }

    private int middle(FxRobot robot) {
        return pixel(robot, 372, 330);
    }

    /** The colour of the lower left corner within the tile of B. */
    private int corner(FxRobot robot) {
        var tile = stage.staging().target().tile(B);
        return pixel(robot, (int) tile.x() + 6, (int) tile.bottom() - 6);
    }

    private int pixel(FxRobot robot, int x, int y) {
        var argb = new int[1];
        robot.interact(
                () -> argb[0] = stage.snapshot(null, null).getPixelReader().getArgb(x, y));
        return argb[0];
    }
}
