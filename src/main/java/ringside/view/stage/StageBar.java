package ringside.view.stage;

import static ringside.view.Texts.text;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.view.Layout;

/** Above the stage: the layouts on the left; what is drawn, and what its colours say, on the right. */
final class StageBar extends HBox {
    private final LayoutSwitch layouts;
    private final Label drawn = new Label();
    private final Button lens = new Button();
    private int oneOf;

    StageBar(ObjectProperty<Layout> layout, Runnable flipLens) {
        layouts = new LayoutSwitch(layout);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        drawn.setId("drawn");
        lens.setId("lens");
        lens.setOnAction(_ -> flipLens.run());
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

    /** Says what colours mean. */
    void lens(Lens now, Palette palette) {
        String word = now == Lens.AGE ? text("stage.lens.age") : text("stage.lens.server");
        lens.setText(text("stage.lens", word));
        lens.setAccessibleText(text("stage.lens.read", word));
        lens.setStyle("-fx-background-color: transparent; -fx-border-color: transparent; -fx-padding: 4 8 4 8;"
                + " -fx-font-size: 11px; -fx-text-fill: " + Tones.css(palette.muted()) + ";");
    }

    /** Takes on colours. */
    void dress(Palette palette) {
        layouts.dress(palette);
        drawn.setStyle("-fx-font-size: 11px; -fx-text-fill: " + Tones.css(palette.muted()) + ";");
    }
}
