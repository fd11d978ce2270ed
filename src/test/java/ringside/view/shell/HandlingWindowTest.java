package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.guard.Capacity;
import ringside.engine.guard.CircuitBreaker;
import ringside.engine.guard.RetryRule;
import ringside.engine.guard.Tripping;
import ringside.engine.limit.Rate;
import ringside.engine.limit.RateLimit;
import ringside.engine.member.Ejector;
import ringside.engine.route.Route;
import ringside.engine.stick.Stick;
import ringside.engine.stick.Stickiness;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Command;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.ServerSpec;

/** How requests are handled on their way, in the window. */
@ExtendWith(ApplicationExtension.class)
final class HandlingWindowTest {
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
    void isFoldedUpUntilTheKeyboardOpensIt(FxRobot robot) {
        rig.explore(robot, "ring");
        assertThat(rig.node("#handling-retries")).isEmpty();
        assertThat(rig.node("#retries-ONE")).isEmpty();
        rig.tabTo(robot, "#handling");
        robot.type(KeyCode.ENTER);
        Rig.until("the parts are there", () -> rig.node("#handling-retries").isPresent());
        assertThat(rig.node("#retries-ONE")).isEmpty();
        rig.tabTo(robot, "#handling-retries");
        robot.type(KeyCode.SPACE);
        Rig.until("the controls are there", () -> rig.node("#retries-ONE").isPresent());
        rig.tabTo(robot, "#handling");
        robot.type(KeyCode.ENTER);
        Rig.until("all of it is folded up", () -> rig.node("#handling-retries").isEmpty());
    }

    @Test
    void tellsAScreenReaderWhetherItIsOpen(FxRobot robot) {
        rig.explore(robot, "ring");
        Rig.until("it is there", () -> rig.node("#handling").isPresent());
        var all = rig.node("#handling").orElseThrow();
        assertThat(all.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)).isEqualTo(false);
        assertThat(all.getAccessibleText()).isEqualTo("ON THE WAY: as usual");
        robot.interact(() -> all.executeAccessibleAction(AccessibleAction.EXPAND));
        assertThat(all.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)).isEqualTo(true);
        robot.interact(() -> all.executeAccessibleAction(AccessibleAction.COLLAPSE));
        assertThat(all.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)).isEqualTo(false);
    }

    @Test
    void changesAndUndoesRetries(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        open(robot, "retries");
        assertThat(spoken("#handling-retries")).isEqualTo("Retries: each server once");
        press(robot, "#retries-SOME");
        press(robot, "#retries-on-503");
        press(robot, "#retries-on-UNREACHED");
        assertThat(handling(show).retries())
                .isEqualTo(new RetryRule(3, Set.of(RetryRule.On.CLOSED), Set.of(503), RetryRule.USUAL_BUDGET));
        Rig.until("it is told", () -> spoken("#handling-retries").equals("Retries: up to 3"));
        assertThat(spoken("#handling")).isEqualTo("ON THE WAY: one set");
        press(robot, "#retries-ONE");
        assertThat(handling(show).retries()).isEqualTo(RetryRule.NONE);
        for (int i = 0; i < 4; i++) {
            robot.clickOn("#undo");
        }
        assertThat(handling(show)).isEqualTo(Handling.USUAL);
        Rig.until("it is told", () -> spoken("#handling").equals("ON THE WAY: as usual"));
    }

    @Test
    void changesWhatFailingServersGet(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        var ten = Duration.ofSeconds(10);
        open(robot, "breaker");
        press(robot, "#breaker-SHARE");
        assertThat(handling(show).breaker()).contains(new CircuitBreaker.Rules(new Tripping.Share(50, 10, 20), ten, 1));
        press(robot, "#breaker-ROW");
        assertThat(handling(show).breaker()).contains(new CircuitBreaker.Rules(new Tripping.InARow(5), ten, 1));
        open(robot, "ejection");
        press(robot, "#ejection-on");
        assertThat(handling(show).ejection()).contains(new Ejector.Rules(3, ten, 50));
        open(robot, "panic");
        enter(robot, "#panic-percent .text-field", "40");
        assertThat(handling(show).panic().percent()).isEqualTo(40);
        press(robot, "#breaker-NEVER");
        press(robot, "#ejection-off");
        assertThat(handling(show).breaker()).isEmpty();
        assertThat(handling(show).ejection()).isEmpty();
    }

    @Test
    void changesWhoComesInAndWhereTo(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        open(robot, "limit");
        press(robot, "#limit-CLIENT");
        press(robot, "#limit-minute");
        var minute = new Rate(10, Duration.ofMinutes(1));
        assertThat(handling(show).rateLimit())
                .contains(new RateLimit(RateLimit.Kind.TOKEN_BUCKET, minute, 10, RateLimit.Scope.CLIENT));
        var kinds = (ComboBox<?>) rig.node("#limit-kind").orElseThrow();
        var log = kinds.getItems().indexOf(RateLimit.Kind.SLIDING_LOG);
        robot.interact(() -> kinds.getSelectionModel().select(log));
        assertThat(handling(show).rateLimit())
                .contains(new RateLimit(RateLimit.Kind.SLIDING_LOG, minute, 0, RateLimit.Scope.CLIENT));
        open(robot, "capacity");
        press(robot, "#capacity-on");
        assertThat(handling(show).capacity()).contains(new Capacity(100, 50, Duration.ofSeconds(1)));
        open(robot, "sticky");
        press(robot, "#sticky-COOKIE");
        press(robot, "#sticky-MOVE");
        enter(robot, "#sticky-name", "SRV");
        assertThat(handling(show).stickiness()).isEqualTo(new Stickiness.Cookie("SRV", Stick.WhileDraining.MOVE));
        open(robot, "layer");
        press(robot, "#layer-TCP");
        press(robot, "#tls-AT_SERVERS");
        assertThat(handling(show).tls()).isEqualTo(Handling.Tls.AT_SERVERS);
        press(robot, "#layer-HTTP");
        assertThat(handling(show).layer()).isEqualTo(Handling.Layer.TCP);
        assertThat(show.rejectedProperty().get().orElse("")).startsWith("encryption ends at the servers in layer 4");
    }

    @Test
    void addsAndRemovesRoutes(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        open(robot, "routes");
        assertThat(rig.node("#route-path")).isEmpty();
        robot.interact(
                () -> show.apply(new Command.AddServer(ServerSpec.named("S").in("static"))));
        Rig.until("there is a second pool", () -> rig.node("#route-path").isPresent());
        enter(robot, "#route-path", "static");
        assertThat(handling(show).routes()).isEmpty();
        enter(robot, "#route-path", "/static");
        assertThat(handling(show).routes()).containsExactly(Route.under("/static", "static"));
        Rig.until("it is listed", () -> routes().equals(List.of("/static/ → static")));
        var remove = rig.node("#routes .icon-button").orElseThrow();
        assertThat(remove.getAccessibleText()).isEqualTo("Remove the route: /static/ → static");
        robot.interact(() -> ((ButtonBase) remove).fire());
        assertThat(handling(show).routes()).isEmpty();
        robot.clickOn("#undo");
        Rig.until("it is back", () -> routes().equals(List.of("/static/ → static")));
    }

    @Test
    void followsWhatOthersOrder(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        open(robot, "sticky");
        robot.interact(() -> show.apply(new HandlingCommand.SetStickiness(
                new Stickiness.Source(Duration.ofMinutes(5), Stick.WhileDraining.STAY))));
        Rig.until("it is told", () -> spoken("#handling-sticky").equals("Stickiness: address, 300 s"));
    }

    @Test
    void showsPoolsAndBreakersOfAServer(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        robot.interact(() -> {
            show.apply(new Command.AddServer(ServerSpec.named("S").in("static")));
            show.apply(new HandlingCommand.SetBreaker(
                    Optional.of(new CircuitBreaker.Rules(new Tripping.InARow(5), Duration.ofSeconds(10), 1))));
            show.selectionProperty()
                    .set(new Selection.OfServer(ServerSpec.named("S").id()));
        });
        Rig.until("the pool is told", () -> facts().contains("pool static"));
        Rig.until("the breaker is told", () -> facts().contains("breaker closed"));
    }

    private List<String> facts() {
        return rig.shell.scene().getRoot().lookupAll(".mono").stream()
                .filter(n -> n instanceof Labeled && n.getParent() instanceof Pane)
                .map(n -> words((Pane) n.getParent()))
                .toList();
    }

    private static String words(Pane line) {
        return String.join(
                " ",
                line.getChildren().stream()
                        .filter(Labeled.class::isInstance)
                        .map(n -> ((Labeled) n).getText())
                        .toList());
    }

    private List<String> routes() {
        return rig.node("#routes").stream()
                .flatMap(list -> ((Pane) list).getChildren().stream())
                .map(line -> ((Labeled) ((Pane) line).getChildren().getFirst()).getText())
                .toList();
    }

    private static Handling handling(Show show) {
        WaitForAsyncUtils.waitForFxEvents();
        return show.world().scenario().handling();
    }

    private String spoken(String query) {
        return rig.node(query).map(Node::getAccessibleText).orElse("");
    }

    private void open(FxRobot robot, String part) {
        expand(robot, "#handling");
        expand(robot, "#handling-" + part);
    }

    private void expand(FxRobot robot, String query) {
        Rig.until(query + " is there", () -> rig.node(query).isPresent());
        robot.interact(() -> rig.node(query).orElseThrow().executeAccessibleAction(AccessibleAction.EXPAND));
    }

    private void press(FxRobot robot, String query) {
        Rig.until(query + " is there", () -> rig.node(query).isPresent());
        robot.interact(() -> ((ButtonBase) rig.node(query).orElseThrow()).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void enter(FxRobot robot, String query, String words) {
        Rig.until(query + " is there", () -> rig.node(query).isPresent());
        var field = (TextField) rig.node(query).orElseThrow();
        robot.interact(field::requestFocus);
        robot.interact(() -> field.setText(words));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
