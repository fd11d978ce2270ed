package ringside.view.shell;

import static ringside.view.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.parts.Bubble;
import ringside.view.parts.Controls;

/** What is shown beside the thing it belongs to: the keys below their button, code beside the decision it made. */
final class Bubbles {
    private static final int CODE_COLUMNS = 80;
    private static final int CODE_ROWS = 20;

    private Bubbles() {}

    /** The keys and what they do, in two columns. */
    static void keys(List<Action> actions, Node button) {
        var bound = actions.stream().filter(a -> !a.shown().isEmpty()).toList();
        int rows = (bound.size() + 1) / 2;
        var grid = new GridPane(12, 8);
        for (int i = 0; i < bound.size(); i++) {
            int column = i / rows * 2;
            var what = Controls.label(bound.get(i).title(), "small");
            GridPane.setMargin(what, new Insets(0, 18, 0, 0));
            grid.add(Controls.label(bound.get(i).shown(), "key"), column, i % rows);
            grid.add(what, column + 1, i % rows);
        }
        grid.setId("key-list");
        var bubble = Bubble.of(button, text("keys.title"), grid, ArrowLocation.TOP_RIGHT);
        bubble.show(button);
        bubble.setAnchorX(centre(button).getX() + beyondArrow(bubble) - bubble.getWidth());
    }

    /** The source of the policy that decides; torn off, it stays. */
    static void code(PolicyChoice choice, Node decision) {
        var type = Policies.make(choice).getClass().getName();
        var area = new TextArea(source(type));
        area.setEditable(false);
        area.getStyleClass().addAll("mono", "source");
        area.setPrefColumnCount(CODE_COLUMNS);
        area.setPrefRowCount(CODE_ROWS);
        area.setId("source");
        area.setAccessibleText(text("code.title", type));
        var file = type.substring(type.lastIndexOf('.') + 1) + ".java";
        var bubble = Bubble.of(decision, text("code.title", file), area, ArrowLocation.RIGHT_BOTTOM);
        bubble.setDetachable(true);
        bubble.show(decision);
        bubble.setAnchorY(centre(decision).getY() + beyondArrow(bubble) - bubble.getHeight());
    }

    /* A bubble is placed before it has its size: only then is it known where its far end lies. */
    private static double beyondArrow(PopOver bubble) {
        return bubble.getCornerRadius() + bubble.getArrowIndent() + bubble.getArrowSize();
    }

    private static Point2D centre(Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static String source(String type) {
        var path = "/ringside/source/"
                + type.substring("ringside.engine.".length()).replace('.', '/') + ".java";
        try (InputStream in = Bubbles.class.getResourceAsStream(path)) {
            return in == null ? text("code.missing", type) : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
