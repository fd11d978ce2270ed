package ringside.view.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A share of a whole as a bar, with its name and figure above it. */
public final class Bar extends VBox {
    private final Label name = Controls.label("", "mono");
    private final Label figure = Controls.label("", "mono", "strong");
    private final Region fill = new Region();
    private final StackPane track;
    private double share;

    /** An empty bar whose fill has a style. */
    public Bar(String style) {
        super(5);
        fill.getStyleClass().addAll("fill", style);
        fill.setManaged(false);
        track = new StackPane(fill) {
            @Override
            protected void layoutChildren() {
                fill.resizeRelocate(0, 0, Math.rint(share * getWidth()), getHeight());
            }
        };
        track.getStyleClass().add("bar");
        getChildren().addAll(Controls.apart(name, figure), track);
    }

    /** Shows a share from 0 to 1. */
    public void show(String what, double part, String shown) {
        name.setText(what);
        figure.setText(shown);
        share = Math.clamp(part, 0, 1);
        track.requestLayout();
    }
}
