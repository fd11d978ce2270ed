package ringside.view.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Pane;
import ringside.engine.ServerId;

/** How each server looks, below the traffic: drawn again only when it looks different. */
final class Faces extends Pane {
    private final Map<ServerId, Face> faces = new HashMap<>();

    Faces() {
        setMouseTransparent(true);
    }

    /** Puts each where its tile is, as it looks now; the one that is carried is an outline. */
    void follow(Palette palette, Scene scene, StageGeometry stage, Optional<ServerId> carried) {
        var here = new HashSet<ServerId>();
        for (var server : scene.snapshot().servers()) {
            here.add(server.id());
            var style = carried.filter(server.id()::equals).isPresent()
                    ? TilePainter.Style.OUTLINE
                    : TilePainter.Style.PRESENT;
            var face = faces.computeIfAbsent(server.id(), _ -> add(new Face()));
            face.follow(new Face.Sight(server, style, palette), scene, stage);
        }
        faces.entrySet()
                .removeIf(e -> !here.contains(e.getKey()) && getChildren().remove(e.getValue()));
    }

    private Face add(Face face) {
        getChildren().add(face);
        return face;
    }
}
