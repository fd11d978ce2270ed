package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import ringside.engine.ServerId;
import ringside.world.ServerState;

/** What can be touched, focused and read aloud of a server; its tile is drawn below. */
final class ServerNode extends Region {
    private static final double RIM = 5;

    private final ServerId server;

    ServerNode(ServerId server) {
        this.server = server;
        setId("server-" + server.name());
        getStyleClass().add("stage-server");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    ServerId server() {
        return server;
    }

    /** Takes the place of the tile drawn below, with room for the focus ring. */
    void place(Box tile) {
        var rim = tile.inset(-RIM);
        resizeRelocate(rim.x(), rim.y(), rim.width(), rim.height());
    }

    /** Says what can be seen of the server. */
    void tell(ServerState state) {
        String behaviour = CaptionPainter.behaviour(state.spec().behaviour());
        String read = text(
                "stage.server.read",
                server,
                TilePainter.phase(state),
                Integer.toString(state.inFlight()),
                Integer.toString(state.spec().weight()));
        String guarded = CaptionPainter.guarded(state).orElse("");
        setAccessibleText(Stream.of(read, behaviour, guarded)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    /** Shows that keys go here. */
    void focusRing(Tint accent) {
        setBorder(isFocused() ? ring(accent) : Border.EMPTY);
    }

    static Border ring(Tint accent) {
        return new Border(new BorderStroke(
                FxBrush.colour(accent), BorderStrokeStyle.SOLID, new CornerRadii(12), new BorderWidths(2)));
    }
}
