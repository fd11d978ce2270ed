package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import ringside.view.Selection;
import ringside.world.Happening;

/** What the pointer is at among the things that are only drawn: requests and keys. */
final class Pointing {
    private static final double NEAR = 9;

    private final StageView view;
    private final Tooltip tip = new Tooltip();
    private String told = "";

    Pointing(StageView view) {
        this.view = view;
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.hide());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        var local = view.sceneToLocal(event.getSceneX(), event.getSceneY());
        var at = new Place(local.getX(), local.getY());
        if (view.staging().box().contains(at)) {
            var what = request(at).or(() -> server(at)).or(() -> key(at)).orElse(Selection.NOTHING);
            focus(what);
            view.select(what);
        }
    }

    /* Keys go to what was clicked: those of a server to it, all others to the stage. */
    private void focus(Selection what) {
        var server = what instanceof Selection.OfServer(var id) ? view.nodes().find(id) : Optional.<ServerNode>empty();
        server.ifPresentOrElse(ServerNode::requestFocus, view::requestFocus);
    }

    private Optional<Selection> request(Place at) {
        Optional<Dot> nearest = view.dots().stream()
                .filter(d -> d.at().distance(at) <= Math.min(NEAR, d.radius() + 3))
                .reduce((a, b) -> a.at().distance(at) <= b.at().distance(at) ? a : b);
        return nearest.map(d -> new Selection.OfRequest(d.request()));
    }

    private Optional<Selection> server(Place at) {
        return view.staging().stage().tiles().entrySet().stream()
                .filter(e -> e.getValue().contains(at))
                .findFirst()
                .map(e -> new Selection.OfServer(e.getKey()));
    }

    private Optional<Selection> key(Place at) {
        var stage = view.staging().stage();
        if (stage.ringShown() < 0.98 || view.show().veiledProperty().get()) {
            return Optional.empty();
        }
        return view.staging()
                .keys()
                .flatMap(k -> k.nearest(stage.ring(), at, NEAR))
                .map(key -> new Selection.OfKey(
                        view.staging().scene().ring().orElseThrow().keys().get(key)));
    }

    private void moved(MouseEvent event) {
        var at = new Place(event.getX(), event.getY());
        String text = request(at).or(() -> key(at)).map(this::describe).orElse("");
        if (!text.equals(told)) {
            told = text;
            tip.hide();
            if (!text.isEmpty()) {
                tip.setText(text);
                tip.show(view, event.getScreenX() + 12, event.getScreenY() + 14);
            }
        }
    }

    private String describe(Selection what) {
        return switch (what) {
            case Selection.OfKey(var key) -> key;
            case Selection.OfRequest(long id) ->
                view.show()
                        .snapshot()
                        .request(id)
                        .map(r -> "#" + id + "  " + words(r.what()))
                        .orElse("#" + id);
            case Selection.OfServer _, Selection.Nothing _ -> "";
        };
    }

    private static String words(Happening.Arrived what) {
        return what.unopened() ? text("request.unopened") : what.method() + " " + what.path();
    }

    /** Marks the request that is picked out. */
    void mark(Brush brush, List<Dot> dots) {
        if (view.show().selectionProperty().get() instanceof Selection.OfRequest(long id)) {
            dots.stream()
                    .filter(d -> d.request() == id)
                    .forEach(d -> brush.circle(
                            d.at(),
                            d.radius() + 4,
                            Ink.stroke(view.paletteProperty().get().accent(), 2)));
        }
    }
}
