package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import ringside.view.Layout;

/** Ring, Flow, Both: three words of which one holds. */
final class LayoutSwitch extends HBox {
    private final Map<Layout, ToggleButton> buttons = new EnumMap<>(Layout.class);
    private final ToggleGroup group = new ToggleGroup();
    private Palette palette = Palette.LIGHT;

    LayoutSwitch(ObjectProperty<Layout> layout) {
        super(2);
        for (var each : Layout.values()) {
            var button = new ToggleButton(word(each));
            button.setId("layout-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setAccessibleText(text("stage.layout.read", word(each)));
            button.setOnAction(_ -> {
                layout.set(each);
                button.setSelected(true);
                restyle();
            });
            buttons.put(each, button);
            getChildren().add(button);
        }
        layout.subscribe(now -> {
            group.selectToggle(buttons.get(now));
            restyle();
        });
    }

    private static String word(Layout layout) {
        return switch (layout) {
            case RING -> text("stage.layout.ring");
            case FLOW -> text("stage.layout.flow");
            case BOTH -> text("stage.layout.both");
        };
    }

    /** Takes on colours. */
    void dress(Palette other) {
        palette = other;
        restyle();
    }

    private void restyle() {
        buttons.values().forEach(b -> b.setStyle(style(b.isSelected() ? palette.accent() : palette.muted())));
    }

    private static String style(Tint tint) {
        return "-fx-background-color: transparent; -fx-background-insets: 0; -fx-border-color: transparent;"
                + " -fx-padding: 4 8 4 8; -fx-font-size: 12px; -fx-font-weight: bold; -fx-text-fill: " + Tones.css(tint)
                + ";";
    }
}
