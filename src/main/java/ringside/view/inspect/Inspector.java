package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.engine.PolicyChoice;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Snapshot;
import ringside.world.WhatIf;

/** Follows what is picked out: a server, a request, a key, or with nothing picked out the world as a whole. */
public final class Inspector extends StackPane {
    private static final long READABLE_NANOS = 120_000_000;

    private final Show show;
    private final BiConsumer<PolicyChoice, Node> openCode;
    private final Rings rings = new Rings();
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane place = new StackPane();
    private Pane world;
    private Pane pane;
    private long followed;

    /** Looks into a show: a change that is only thought of is shown too; the code that decides is opened elsewhere. */
    public Inspector(
            Show show, ReadOnlyObjectProperty<Optional<WhatIf>> whatIf, BiConsumer<PolicyChoice, Node> openCode) {
        this.show = show;
        this.openCode = openCode;
        this.world = new WorldPane(show);
        this.pane = world;
        getStyleClass().add("card");
        setId("inspector");
        scroll.setContent(new VBox(new RemapPanel(show, whatIf), place));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Controls.spoken(scroll, text("inspector"));
        getChildren().add(scroll);
        show.worldProperty().subscribe((_, _) -> {
            world = new WorldPane(show);
            lookAt(show.selectionProperty().get());
        });
        show.selectionProperty().subscribe(this::lookAt);
        show.snapshotProperty().subscribe(this::follow);
        show.veiledProperty().subscribe(_ -> pane.follow(show.snapshot()));
    }

    private void lookAt(Selection selection) {
        pane = switch (selection) {
            case Selection.Nothing() -> world;
            case Selection.OfServer(var server) -> new ServerPane(show, server, rings);
            case Selection.OfRequest(long request) -> new RequestPane(show, request, openCode);
            case Selection.OfKey(var key) -> new KeyPane(show, key, rings);
        };
        pane.follow(show.snapshot());
        followed = System.nanoTime() - READABLE_NANOS;
        place.getChildren().setAll(pane.node());
        scroll.setVvalue(0);
    }

    private void follow(Snapshot snapshot) {
        long now = System.nanoTime();
        if (!show.playingProperty().get() || now - followed >= READABLE_NANOS) {
            followed = now;
            pane.follow(snapshot);
        }
    }
}
