package ringside.app;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import ringside.view.shell.Memory.Frame;

/** Where the window was, and where it may be again. */
final class WindowFrame {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;

    private WindowFrame() {}

    /** Puts a window where it was, if that is still on a screen; otherwise as large as suits the screen. */
    static void restore(Stage stage, Optional<Frame> before) {
        var place = before.filter(f -> !Screen.getScreensForRectangle(f.x(), f.y(), f.width(), f.height())
                .isEmpty());
        place.ifPresentOrElse(
                f -> put(stage, f), () -> fit(stage, Screen.getPrimary().getVisualBounds()));
    }

    private static void put(Stage stage, Frame frame) {
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
        stage.setMaximized(frame.maximized());
    }

    private static void fit(Stage stage, Rectangle2D screen) {
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.centerOnScreen();
    }

    /** Where a window is, if it ever was anywhere. */
    static Optional<Frame> of(Stage stage) {
        return Double.isNaN(stage.getWidth()) || Double.isNaN(stage.getX())
                ? Optional.empty()
                : Optional.of(new Frame(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}
