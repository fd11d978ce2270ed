package ringside.view.stage;

import static ringside.view.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** The legend as it lies over the stage, hidden at first. */
final class LegendView extends Region {
    private static final double TOP = 36;
    private static final double MARGIN = 12;

    private final Canvas canvas = new Canvas();
    private LegendSheet sheet = LegendSheet.in(0, 0, LegendPainter.ROWS);
    private Palette palette = Palette.LIGHT;

    LegendView() {
        setId("legend");
        setVisible(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text("stage.legend.read"));
        getChildren().add(canvas);
    }

    /** Takes its place in the lower right corner above a line, as large as fits. */
    void place(double right, double bottom) {
        sheet = LegendSheet.in(right - 2 * MARGIN, bottom - TOP - MARGIN, LegendPainter.ROWS);
        resizeRelocate(
                Math.max(MARGIN, right - sheet.width() - MARGIN),
                Math.max(TOP, bottom - sheet.height() - MARGIN),
                sheet.width(),
                sheet.height());
        draw();
    }

    /** Takes on colours. */
    void dress(Palette other) {
        palette = other;
        draw();
    }

    private void draw() {
        canvas.setWidth(sheet.width());
        canvas.setHeight(sheet.height());
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        new LegendPainter(new FxBrush(canvas.getGraphicsContext2D()), palette, sheet).paint();
    }
}
