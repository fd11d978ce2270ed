package ringside.view.legs;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.view.Show;
import ringside.world.Happening.Leg;
import ringside.world.Wiretap;

/** The bytes on both sides of the balancer as they went a moment ago. They are looked at only while this can be seen. */
public final class BytesPane extends VBox {
    private static final int WIDE = 12;
    private static final int NARROW = 8;
    private static final int WIDE_LINES = 3;
    private static final int NARROW_LINES = 3;
    private static final double GAP = 12;

    private final Show show;
    private final LegBytes client;
    private final LegBytes server;
    private Optional<Wiretap> tap = Optional.empty();

    private BytesPane(Show show, Pane cards, int bytesALine, int lines) {
        this.show = show;
        client = new LegBytes(Leg.CLIENT, bytesALine, lines);
        server = new LegBytes(Leg.SERVER, bytesALine, lines);
        cards.getChildren().addAll(client, server);
        HBox.setHgrow(client, Priority.ALWAYS);
        HBox.setHgrow(server, Priority.ALWAYS);
        getChildren().add(cards);
        show.snapshotProperty().subscribe(_ -> follow());
    }

    /** One side beside the other, as long as it is on a screen. */
    public static BytesPane wide(Show show) {
        var pane = new BytesPane(show, new HBox(GAP), WIDE, WIDE_LINES);
        var rules = new RulesLine();
        pane.setSpacing(GAP / 2);
        pane.getChildren().addFirst(rules);
        show.snapshotProperty()
                .subscribe(snapshot -> rules.follow(snapshot.scenario().handling()));
        pane.setId("bytes");
        pane.getStyleClass().add("bytes");
        pane.setMinHeight(USE_PREF_SIZE);
        pane.sceneProperty().subscribe(scene -> pane.look(scene != null));
        return pane;
    }

    /** One side above the other, from when it is told to look. */
    public static BytesPane narrow(Show show) {
        return new BytesPane(show, new VBox(GAP), NARROW, NARROW_LINES);
    }

    /** Looks at the bytes from now on, or looks away. */
    public void look(boolean now) {
        if (now != tap.isPresent()) {
            tap.ifPresent(Wiretap::close);
            tap = now ? Optional.of(show.world().wiretap()) : Optional.empty();
            follow();
        }
    }

    private void follow() {
        var open = tap.orElse(Wiretap.NOTHING);
        client.show(open.last(Leg.CLIENT));
        server.show(open.last(Leg.SERVER));
    }
}
