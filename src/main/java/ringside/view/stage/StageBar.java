package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.view.Layout;

/** Above the stage: the layouts on the left; what is drawn, and what its colours say, on the right. */
final class StageBar extends HBox {
    private final LayoutSwitch layouts;
    private final Label drawn = new Label();
    private final LensMenu lens;
    private int oneOf;

    StageBar(ObjectProperty<Layout> layout, Consumer<Lens> choose) {
        layouts = new LayoutSwitch(layout);
        lens = new LensMenu(choose);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        drawn.setId("drawn");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        setPickOnBounds(false);
        getChildren().addAll(layouts, space, drawn, lens);
        drawn(1);
    }

    /** Says which share of requests is drawn. */
    void drawn(int one) {
        if (one != oneOf) {
            oneOf = one;
            drawn.setText(one == 1 ? text("stage.drawn.all") : text("stage.drawn.some", Integer.toString(one)));
        }
    }

    /** Says what colours mean, and whether there are routes to colour by. */
    void lens(Lens now, boolean routes, Palette palette) {
        lens.tell(now, routes, palette);
    }

    /** Takes on colours. */
    void dress(Palette palette) {
        layouts.dress(palette);
        drawn.setStyle("-fx-font-size: 11px; -fx-text-fill: " + Tones.css(palette.muted()) + ";");
    }
}
