package ringside.view.stage;

import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;

/** One layer of the stage: a canvas that is cleared and drawn again as a whole. */
final class Surface extends Canvas {
    Surface() {
        setMouseTransparent(true);
    }

    /** Takes another size; what was drawn is lost. */
    void size(double width, double height) {
        setWidth(width);
        setHeight(height);
    }

    /** Clears it and draws it again. */
    void draw(Consumer<Brush> drawing) {
        var context = getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        drawing.accept(new FxBrush(context));
    }
}
