package ringside.view.stage;

import static ringside.view.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** The legend as it lies over the stage, hidden at first. */
final class LegendView extends Region {
    private final Canvas canvas = new Canvas(LegendPainter.WIDTH, LegendPainter.HEIGHT);

    LegendView() {
        setId("legend");
        setVisible(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text("stage.legend.read"));
        getChildren().add(canvas);
    }

    /** Takes its place in the lower right corner above a line. */
    void place(double right, double bottom) {
        resizeRelocate(
                right - LegendPainter.WIDTH - 16,
                Math.max(36, bottom - LegendPainter.HEIGHT - 8),
                LegendPainter.WIDTH,
                LegendPainter.HEIGHT);
    }

    /** Takes on colours. */
    void dress(Palette palette) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        new LegendPainter(new FxBrush(canvas.getGraphicsContext2D()), palette).paint();
    }
}
