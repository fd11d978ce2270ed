package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.Block;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.Lessons;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.net.LiveWorld;
import ringside.sim.Replay;
import ringside.view.workshop.WorkshopBox;

/** A workshop put together with the mouse, and with the keyboard, and run on our engine before servers of ours. */
@ExtendWith(ApplicationExtension.class)
final class WorkshopWindowTest {
    private static final List<String> RIGHT = List.of(
            "upstream shop {",
            "server 127.0.0.1:A;",
            "server 127.0.0.1:B;",
            "}",
            "server {",
            "listen 8080;",
            "location / {",
            "proxy_pass http://shop;",
            "}",
            "}");

    private final Workplace place = new Alone();
    private Stage stage;
    private LessonRun run;
    private Block.Build block;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open() {
        Lesson lesson = Lessons.builtIn().find("nginx-by-hand").orElseThrow();
        run = LessonRun.start(lesson, (_, s) -> new LiveWorld(s, LiveOptions.anywhere()), new Replay());
        block = lesson.blocks(Block.Build.class).getFirst();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var scroll = new ScrollPane(new WorkshopBox(run, block, place, () -> {}, () -> {}));
            scroll.setFitToWidth(true);
            stage.setScene(new Scene(scroll, 480, 900));
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        Rig.until("the servers are looked for", () -> find("#server-8081").isPresent());
    }

    @AfterEach
    void close() {
        run.close();
    }

    private Optional<Node> find(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream()
                .filter(Node::isVisible)
                .findFirst();
    }

    private Node node(String query) {
        return find(query).orElseThrow(() -> new AssertionError("there is no " + query));
    }

    @SuppressWarnings("unchecked")
    private ListView<Piece> laid() {
        return (ListView<Piece>) node("#laid");
    }

    private List<String> laidTexts() {
        return laid().getItems().stream().map(Piece::text).toList();
    }

    /** What a line of the configuration says, with its servers where they are. */
    private String line(String written) {
        var ports = run.workbench(place).servers().orElseThrow().ports();
        return written.replace(":A", ":" + ports.get(0)).replace(":B", ":" + ports.get(1));
    }

    private Node chip(String text) {
        return node("#shelf").lookupAll(".piece").stream()
                .filter(Node::isVisible)
                .filter(chip -> ((Piece) chip.getUserData()).text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no piece " + text));
    }

    private void reached() {
        Rig.until("every goal is reached", () -> run.built(block));
        assertThat(find("#built")).isPresent();
        assertThat(run.world().scenario().servers())
                .extracting(s -> s.id().name())
                .containsExactly("A", "B");
    }

    @Test
    void isBuiltWithTheMouse(FxRobot robot) {
        robot.clickOn("#serve");
        Rig.until("the pieces are there", () -> find("#shelf").isPresent());
        var still = chip("ip_hash;").localToScene(0, 0);
        for (var text : RIGHT.subList(0, 9)) {
            robot.clickOn(chip(line(text)));
        }
        assertThat(chip("ip_hash;").localToScene(0, 0)).isEqualTo(still);
        robot.clickOn(cell(0));
        robot.clickOn(chip("ip_hash;"));
        assertThat(laidTexts().get(1)).isEqualTo("ip_hash;");
        robot.clickOn(cell(9));
        robot.clickOn(chip("}"));
        assertThat(laidTexts()).hasSize(11);
        robot.clickOn("#run-engine");
        Rig.until("the goal is missed", () -> find("#why").isPresent());
        assertThat(run.built(block)).isFalse();
        robot.doubleClickOn(cell(1));
        assertThat(laidTexts()).isEqualTo(RIGHT.stream().map(this::line).toList());
        robot.clickOn("#run-engine");
        reached();
    }

    private Node cell(int index) {
        return laid().lookupAll(".list-cell").stream()
                .filter(Node::isVisible)
                .filter(cell -> ((ListCell<?>) cell).getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isBuiltWithTheKeyboard(FxRobot robot) {
        tabTo(robot, "#serve");
        robot.type(KeyCode.SPACE);
        Rig.until("the pieces are there", () -> find("#shelf").isPresent());
        for (var text : RIGHT) {
            walkTo(robot, line(text));
            robot.type(KeyCode.ENTER);
        }
        assertThat(laidTexts()).isEqualTo(RIGHT.stream().map(this::line).toList());
        walkTo(robot, "ip_hash;");
        robot.type(KeyCode.ENTER);
        tabTo(robot, "#laid");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(laidTexts().get(9)).isEqualTo("ip_hash;");
        robot.type(KeyCode.DELETE);
        assertThat(laidTexts()).isEqualTo(RIGHT.stream().map(this::line).toList());
        tabTo(robot, "#run-engine");
        robot.type(KeyCode.SPACE);
        reached();
    }

    private void walkTo(FxRobot robot, String text) {
        if (!(focus().getUserData() instanceof Piece)) {
            tabTo(robot, ".piece");
        }
        var pieces = node("#shelf").lookupAll(".piece").stream()
                .filter(Node::isVisible)
                .map(chip -> ((Piece) chip.getUserData()))
                .sorted(Comparator.comparingInt(Piece::number))
                .map(Piece::text)
                .toList();
        int from = pieces.indexOf(((Piece) focus().getUserData()).text());
        int to = pieces.indexOf(text);
        for (int i = 0; i < Math.abs(to - from); i++) {
            robot.type(to > from ? KeyCode.RIGHT : KeyCode.LEFT);
        }
        assertThat(((Piece) focus().getUserData()).text()).isEqualTo(text);
    }

    private Node focus() {
        WaitForAsyncUtils.waitForFxEvents();
        return stage.getScene().getFocusOwner();
    }

    private void tabTo(FxRobot robot, String query) {
        for (int i = 0; i < 60; i++) {
            var owner = focus();
            if (owner != null && stage.getScene().getRoot().lookupAll(query).contains(owner)) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("Tab never reaches " + query);
    }

    @Test
    void saysWhereATextIsWrongAndGoesThere(FxRobot robot) {
        robot.clickOn("#serve");
        Rig.until("the pieces are there", () -> find("#edit").isPresent());
        robot.clickOn("#edit");
        robot.clickOn("#solve");
        var area = (TextArea) node("#configuration");
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> area.setText(area.getText().replace("listen 8080;", "listn 8080;")));
        WaitForAsyncUtils.waitForFxEvents();
        var problem = (Hyperlink) node("#problem");
        assertThat(problem.getText()).startsWith("Line 6, column 5: ").contains("did you mean listen");
        robot.clickOn(problem);
        assertThat(area.getSelectedText()).isEqualTo("listn 8080;");
        robot.clickOn("#run-engine");
        Rig.until("it is refused", () -> find("#refused").isPresent());
        assertThat(((Label) node("#refused")).getText()).startsWith("Line 6, column 5: ");
    }
}
