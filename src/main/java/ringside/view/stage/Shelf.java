package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.engine.ServerId;
import ringside.view.Identities;
import ringside.world.Behaviour;
import ringside.world.Scenario;
import ringside.world.ServerSpec;

/** The strip below the stage where servers rest: those that left, and the next three that could come. */
final class Shelf extends HBox {
    static final double HEIGHT = 48;
    private static final int NEXT = 3;
    private static final int MOST = 6;

    private final Map<ServerId, ServerSpec> left = new LinkedHashMap<>();
    private final Consumer<ShelfTile> equip;
    private List<ServerSpec> offered = List.of();

    /** A shelf that has each new tile equipped with what can be done to it. */
    Shelf(Consumer<ShelfTile> equip) {
        this.equip = equip;
        setId("shelf");
        getStyleClass().add("stage-shelf");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(10);
        setPadding(new Insets(0, 16, 0, 16));
    }

    /** Remembers who left between two set-ups. */
    void follow(Scenario before, Scenario after) {
        for (var spec : before.servers()) {
            if (after.server(spec.id()).isEmpty()) {
                left.put(spec.id(), spec.behaving(Behaviour.HEALTHY));
            }
        }
        after.servers().forEach(s -> left.remove(s.id()));
    }

    /** What rests on the shelf beside such a pool. */
    List<ServerSpec> offers(Scenario scenario) {
        var offers = new ArrayList<>(left.values().stream().limit(MOST - NEXT).toList());
        var taken = new ArrayList<>(
                scenario.servers().stream().map(s -> s.id().name()).toList());
        left.keySet().forEach(id -> taken.add(id.name()));
        var model = scenario.servers().stream()
                .filter(s -> s.address().isEmpty())
                .findFirst()
                .orElse(ServerSpec.named("A"));
        for (var name : Names.next(taken, NEXT)) {
            offers.add(new ServerSpec(
                    new ServerId(name),
                    Optional.empty(),
                    1,
                    model.workers(),
                    model.queue(),
                    model.latency(),
                    Behaviour.HEALTHY));
        }
        return offers;
    }

    /** Lays out what rests beside such a pool, in these colours. */
    void show(Scenario scenario, Identities identities, Palette palette, String hint) {
        offered = offers(scenario);
        setStyle("-fx-background-color: %s; -fx-background-radius: 8;".formatted(Tones.css(palette.panel())));
        var title = label(text("stage.shelf"), palette.muted(), 10);
        title.setStyle(title.getStyle() + "-fx-font-weight: bold;");
        title.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var told = label(hint, palette.muted(), 12);
        told.setMinWidth(0);
        getChildren().setAll(title);
        for (var spec : offered) {
            var tile = new ShelfTile(spec, identities.of(spec.id()), palette);
            equip.accept(tile);
            getChildren().add(tile);
        }
        getChildren().addAll(told, space);
        HBox.setMargin(told, new Insets(0, 0, 0, 14));
    }

    private static Label label(String words, Tint tint, double size) {
        var label = new Label(words);
        label.setStyle("-fx-text-fill: %s; -fx-font-size: %spx;".formatted(Tones.css(tint), size));
        return label;
    }

    /** The server that would come next. */
    ServerSpec first() {
        return offered.getFirst();
    }
}
