package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Says what the colour of a request means, and lets one choose. */
final class LensMenu extends Button {
    private final Map<Lens, RadioMenuItem> items = new EnumMap<>(Lens.class);
    private final ContextMenu menu = new ContextMenu();

    LensMenu(Consumer<Lens> choose) {
        setId("lens");
        var group = new ToggleGroup();
        for (var lens : Lens.values()) {
            var item = new RadioMenuItem(word(lens));
            item.setId("lens-" + lens.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(_ -> choose.accept(lens));
            items.put(lens, item);
            menu.getItems().add(item);
        }
        setOnAction(_ -> menu.show(this, Side.BOTTOM, 0, 2));
    }

    private static String word(Lens lens) {
        return text("stage.lens." + lens.name().toLowerCase(Locale.ROOT));
    }

    /** Says what colours mean now, and whether there are routes to colour by. */
    void tell(Lens now, boolean routes, Palette palette) {
        items.forEach((lens, item) -> {
            item.setSelected(lens == now);
            item.setDisable(lens == Lens.ROUTE && !routes);
        });
        setText(text("stage.lens", word(now)));
        setAccessibleText(text("stage.lens.read", word(now)));
        setStyle("-fx-background-color: transparent; -fx-border-color: transparent; -fx-padding: 4 8 4 8;"
                + " -fx-font-size: 11px; -fx-text-fill: " + Tones.css(palette.muted()) + ";");
    }
}
