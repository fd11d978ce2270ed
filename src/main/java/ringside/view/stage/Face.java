package ringside.view.stage;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import ringside.engine.Health;
import ringside.world.Happening;
import ringside.world.ServerSpec;
import ringside.world.ServerState;
import ringside.world.Wakes;

/** One server's tile with its caption, on a canvas just large enough. */
final class Face extends Canvas {
    /** One server, how it is drawn, and in which colours. */
    record Sight(ServerState server, TilePainter.Style style, Palette palette) {}

    /** All that decides what is drawn: while it is the same, nothing is. */
    private record Look(
            ServerSpec spec,
            Health health,
            int inFlight,
            boolean draining,
            boolean ejected,
            Happening.Breaker breaker,
            boolean probed,
            Optional<ServerState.Probe> formerly,
            String hits,
            Wakes wakes,
            boolean pooled,
            boolean picked,
            CaptionRoom caption,
            TilePainter.Style style,
            Box tile,
            Palette palette) {}

    private Optional<Look> drawn = Optional.empty();

    /** Shows a server where its tile is. */
    void follow(Sight sight, Scene scene, StageGeometry stage) {
        var tile = stage.tile(sight.server().id());
        var caption = CaptionRoom.of(stage, tile);
        var room = caption.around(tile);
        relocate(room.x(), room.y());
        var within = new Box(tile.x() - room.x(), tile.y() - room.y(), tile.width(), tile.height());
        var look = look(sight, scene, caption, within);
        if (!drawn.equals(Optional.of(look))) {
            drawn = Optional.of(look);
            setWidth(room.width());
            setHeight(room.height());
            paint(sight, scene, look);
        }
    }

    private static Look look(Sight sight, Scene scene, CaptionRoom caption, Box tile) {
        var server = sight.server();
        return new Look(
                server.spec(),
                server.health(),
                server.inFlight(),
                server.draining(),
                server.ejected(),
                server.breaker(),
                scene.checked() && !server.probes().isEmpty(),
                CaptionPainter.formerly(server, scene),
                scene.cached() && server.looks().all() > 0 ? CaptionPainter.hits(server) : "",
                server.spec().processes().isPresent() ? server.wakes() : Wakes.NONE,
                caption.lines() > 0 && scene.pools().several(),
                scene.pickedServer().filter(server.id()::equals).isPresent(),
                caption,
                sight.style(),
                tile,
                sight.palette());
    }

    private void paint(Sight sight, Scene scene, Look look) {
        var context = getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        var brush = new FxBrush(context);
        new TilePainter(brush, sight.palette(), scene).paint(sight.server(), look.tile(), sight.style());
        new CaptionPainter(brush, sight.palette(), scene).paint(sight.server(), look.tile(), look.caption());
    }
}
