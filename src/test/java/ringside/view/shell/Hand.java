package ringside.view.shell;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Circle;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** One way of using the window: everything a lesson asks for can be done in each. */
interface Hand {
    /** Presses a button. */
    void press(String query);

    /** Writes into a field. */
    void write(String query, String words);

    /** Gives a bar some height. */
    void raise(String option);

    /** Moves the first of an order one place down. */
    void reorder();

    /** Draws an arc from a quarter of the way round to the half. */
    void draw();

    /** A hand that uses the mouse alone; letters are typed. */
    record Mouse(Rig rig, FxRobot robot) implements Hand {
        @Override
        public void press(String query) {
            robot.clickOn(reveal(query));
        }

        @Override
        public void write(String query, String words) {
            robot.clickOn(reveal(query)).write(words);
        }

        @Override
        public void raise(String option) {
            var track = reveal("#track-" + option);
            var box = track.localToScreen(track.getBoundsInLocal());
            robot.moveTo(box.getMinX() + 8, box.getCenterY())
                    .press(MouseButton.PRIMARY)
                    .moveTo(box.getMinX() + box.getWidth() / 2, box.getCenterY())
                    .release(MouseButton.PRIMARY);
        }

        @Override
        public void reorder() {
            var second = reveal("#order-2");
            var first = reveal("#order-1");
            robot.moveTo(first).press(MouseButton.PRIMARY).moveTo(second).release(MouseButton.PRIMARY);
        }

        @Override
        public void draw() {
            var ring = (Circle) rig.node("#sketch-ring").orElseThrow();
            Rig.until("the ring has its place", () -> ring.getRadius() > 60);
            robot.moveTo(at(ring, 0.25)).press(MouseButton.PRIMARY);
            for (double turn = 0.3; turn < 0.51; turn += 0.05) {
                robot.moveTo(at(ring, turn));
            }
            robot.release(MouseButton.PRIMARY);
        }

        private static Point2D at(Circle ring, double turn) {
            double angle = 2 * Math.PI * turn;
            return ring.localToScreen(
                    ring.getCenterX() + Math.sin(angle) * ring.getRadius(),
                    ring.getCenterY() - Math.cos(angle) * ring.getRadius());
        }

        private Node reveal(String query) {
            var node = rig.node(query).orElseThrow(() -> new AssertionError(query + " is not there"));
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> scrollTo(node));
            WaitForAsyncUtils.waitForFxEvents();
            return node;
        }

        private static void scrollTo(Node node) {
            for (var at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane) {
                    double height = pane.getContent().getBoundsInLocal().getHeight()
                            - pane.getViewportBounds().getHeight();
                    double top = pane.getContent()
                            .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                            .getMinY();
                    pane.setVvalue(height <= 0 ? 0 : Math.clamp((top - 40) / height, 0, 1));
                    pane.layout();
                }
            }
        }
    }

    /** A hand that uses the keyboard alone. */
    record Keyboard(Rig rig, FxRobot robot) implements Hand {
        @Override
        public void press(String query) {
            rig.tabTo(robot, query);
            robot.type(KeyCode.SPACE);
        }

        @Override
        public void write(String query, String words) {
            rig.tabTo(robot, query);
            robot.write(words);
        }

        @Override
        public void raise(String option) {
            rig.tabTo(robot, "#bar-" + option);
            robot.type(KeyCode.PAGE_UP, 2).type(KeyCode.RIGHT);
        }

        @Override
        public void reorder() {
            rig.tabTo(robot, "#order-1");
            robot.type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
        }

        @Override
        public void draw() {
            write("#arc-from", "25");
            write("#arc-to", "50");
            robot.type(KeyCode.UP).type(KeyCode.DOWN);
        }
    }
}
