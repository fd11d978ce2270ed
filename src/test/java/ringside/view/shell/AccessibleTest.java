package ringside.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.engine.ServerId;
import ringside.view.Layout;
import ringside.view.Selection;

/** Whoever walks the window with Tab and a screen reader hears what each stop is. */
@ExtendWith(ApplicationExtension.class)
final class AccessibleTest {
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
    void seesANodeThatSaysNothing() {
        var silent = new javafx.scene.control.Button();
        assertThat(silentIn(new javafx.scene.Group(silent))).hasSize(1);
    }

    @Test
    void everyStopOfTheWelcomeSaysWhatItIs() {
        Rig.until("the lessons are listed", () -> rig.node("#lesson-zombies").isPresent());
        nothingIsSilent();
    }

    @Test
    void everyStopOfAWorldSaysWhatItIs(FxRobot robot) {
        var show = rig.explore(robot, "ring");
        for (var layout : Layout.values()) {
            onScreen(() -> show.layoutProperty().set(layout));
            nothingIsSilent();
        }
        Rig.until("requests are made", () -> show.snapshot().decision().isPresent());
        var request = show.snapshot().decision().orElseThrow().request();
        for (var selection : List.of(
                new Selection.OfServer(new ServerId("B")),
                new Selection.OfRequest(request),
                new Selection.OfKey("user:7"))) {
            onScreen(() -> show.selectionProperty().set(selection));
            nothingIsSilent();
        }
    }

    @Test
    void everyStopOfWhatIsFoldedUpSaysWhatItIs(FxRobot robot) {
        rig.explore(robot, "ring");
        Rig.until("the folds are there", () -> rig.node("#handling").isPresent());
        onScreen(() -> rig.shell.scene().getRoot().lookupAll(".fold-head").forEach(head -> {
            head.executeAccessibleAction(AccessibleAction.EXPAND);
        }));
        Rig.until("they are open", () -> rig.node("#layer-TCP").isPresent());
        nothingIsSilent();
    }

    @Test
    void everyStopOfALessonSaysWhatItIs() {
        rig.learn("the-ring");
        nothingIsSilent();
    }

    @Test
    void everyStopOfTheSheetsSaysWhatItIs() {
        onScreen(rig.shell::find);
        nothingIsSilent();
        onScreen(rig.shell::showKeys);
        nothingIsSilent();
    }

    private static void onScreen(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(5000, act);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void nothingIsSilent() {
        WaitForAsyncUtils.waitForFxEvents();
        var silent = WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> Window.getWindows().stream()
                        .flatMap(w -> silentIn(w.getScene().getRoot()).stream())
                        .toList());
        assertThat(silent).isEmpty();
    }

    private static List<String> silentIn(Parent parent) {
        var silent = new ArrayList<String>();
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible()) {
                if (child.isFocusTraversable() && !child.isDisabled() && !speaks(child)) {
                    silent.add(child + " in " + child.getParent());
                }
                if (child instanceof Parent inner) {
                    silent.addAll(silentIn(inner));
                }
            }
        }
        return silent;
    }

    private static boolean speaks(Node node) {
        return !Objects.toString(node.getAccessibleText(), "").isBlank()
                || !Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "")
                        .isBlank();
    }
}
