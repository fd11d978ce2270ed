package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
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
import ringside.engine.cache.CacheRules;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.world.Caching;
import ringside.world.Command;
import ringside.world.Processes;
import ringside.world.World;

/** Caches on servers, in the window. */
@ExtendWith(ApplicationExtension.class)
final class CacheWindowTest {
    private Rig rig;

    @Start
    void start(Stage stage) {
        rig = Rig.on(stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Optional<Caching> caching(Show show) {
        WaitForAsyncUtils.waitForFxEvents();
        return show.world().scenario().caching();
    }

    private String spoken() {
        return rig.node("#cache").map(Node::getAccessibleText).orElse("");
    }

    private void press(FxRobot robot, String query) {
        Rig.until(query + " is there", () -> rig.node(query).isPresent());
        robot.interact(() -> ((ButtonBase) rig.node(query).orElseThrow()).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void enter(FxRobot robot, String query, String words) {
        var field = (TextField) rig.node(query + " .text-field").orElseThrow();
        assertThat(field.getAccessibleText()).isNotEmpty();
        robot.interact(field::requestFocus);
        robot.interact(() -> field.setText(words));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void areGivenAndSetFromTheKeyboardAndUndone(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        Rig.until("it is there", () -> spoken().equals("CACHES: off"));
        rig.tabTo(robot, "#cache");
        robot.type(KeyCode.ENTER);
        press(robot, "#cache-on");
        assertThat(caching(show)).contains(Caching.USUAL);
        Rig.until("it is told", () -> spoken().equals("CACHES: 1000 entries, 10 s"));
        enter(robot, "#cache-entries", "50");
        enter(robot, "#cache-ttl", "2000");
        enter(robot, "#cache-jitter", "10");
        press(robot, "#cache-flight");
        enter(robot, "#cache-early", "1");
        enter(robot, "#cache-stale", "5000");
        enter(robot, "#cache-workers", "2");
        var rules = new CacheRules(50, Duration.ofSeconds(2), 10, true, 1, Duration.ofSeconds(5));
        assertThat(caching(show))
                .contains(
                        Caching.USUAL.with(rules).behind(Caching.USUAL.origin().sized(2, 1000)));
        for (int i = 0; i < 8; i++) {
            robot.clickOn("#undo");
        }
        assertThat(caching(show)).isEmpty();
    }

    @Test
    void hitsAndTheOriginsLoadAreShownForAllAndForEachServer(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        robot.interact(() -> {
            show.apply(new Command.SetCache(Optional.of(Caching.USUAL)));
            show.apply(Command.Send.forKey("10.0.0.1", "user:7", 1));
        });
        rig.tabTo(robot, "#cache");
        robot.type(KeyCode.ENTER);
        Rig.until("the fetch is told", () -> facts().stream().anyMatch(f -> f.startsWith("fetched from the origin 1")));
        assertThat(facts())
                .anyMatch(f -> f.matches("hit ratio so far [0-9.]+ %"))
                .anyMatch(f -> f.matches("fetches for each needed [0-9.]+×"));
        var asked = show.world().timeline().at(show.world().now()).servers().stream()
                .filter(s -> s.looks().all() > 0)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> show.selectionProperty().set(new Selection.OfServer(asked.id())));
        Rig.until("the server's is told", () -> facts().stream().anyMatch(f -> f.startsWith("hits of looks")));
        assertThat(show.world().kind()).isEqualTo(World.Kind.SIMULATED);
    }

    @Test
    void whatCachesSpareTheOriginIsDrawnOverTimeWhileThereAreAny(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        assertThat(charts()).containsExactly("requests/s", "p50 · p99 ms", "errors", "share per server");
        robot.interact(() -> {
            show.apply(new Command.SetCache(Optional.of(Caching.USUAL)));
            show.apply(Command.Send.forKey("10.0.0.1", "user:7", 1));
            show.apply(Command.Send.forKey("10.0.0.1", "user:8", 3));
        });
        Rig.until("they are drawn", () -> charts().contains("cache hits"));
        assertThat(charts()).containsExactly("cache hits", "requests · fetches/s", "p50 · p99 ms", "errors");
        robot.interact(() -> show.apply(new Command.SetCache(Optional.empty())));
        Rig.until("they are gone", () -> !charts().contains("cache hits"));
    }

    private List<String> charts() {
        return rig.shell.scene().getRoot().lookupAll(".chart-title").stream()
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    @Test
    void aServersProcessesAreSetAndWhoIsWokenIsTold(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        var server = show.world().scenario().servers().getFirst().id();
        robot.interact(() -> show.selectionProperty().set(new Selection.OfServer(server)));
        Rig.until("it is there", () -> rig.node("#processes .text-field").isPresent());
        enter(robot, "#processes", "4");
        press(robot, "#wake-all");
        assertThat(show.world().scenario().require(server).processes())
                .contains(new Processes(4, Processes.Wake.ALL, Processes.USUAL_COST));
        Rig.until("it is told", () -> facts().stream().anyMatch(f -> f.startsWith("woken for each connection")));
        enter(robot, "#processes", "0");
        assertThat(show.world().scenario().require(server).processes()).isEmpty();
    }

    private List<String> facts() {
        return rig.shell.scene().getRoot().lookupAll(".mono").stream()
                .filter(n -> n instanceof Labeled && n.getParent() instanceof Pane)
                .map(n -> ((Pane) n.getParent())
                        .getChildren().stream()
                                .filter(Labeled.class::isInstance)
                                .map(l -> ((Labeled) l).getText())
                                .toList())
                .map(words -> String.join(" ", words))
                .toList();
    }
}
