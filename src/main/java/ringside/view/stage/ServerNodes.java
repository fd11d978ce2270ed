package ringside.view.stage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Pane;
import ringside.engine.ServerId;
import ringside.view.Selection;
import ringside.world.ServerState;

/** The servers on the stage as things that can be touched and focused. */
final class ServerNodes extends Pane {
    private final StageView view;
    private final Map<ServerId, ServerNode> nodes = new HashMap<>();

    ServerNodes(StageView view) {
        this.view = view;
        setPickOnBounds(false);
    }

    /** Puts each where its tile is, and lets those go that have left. */
    void follow(Scene scene, StageGeometry stage, Palette palette) {
        for (var state : scene.snapshot().servers()) {
            var node = nodes.computeIfAbsent(state.id(), id -> make(state));
            node.place(stage.tile(state.id()));
            node.tell(state);
            node.focusRing(palette.accent());
        }
        var gone = nodes.keySet().stream()
                .filter(id -> scene.snapshot().server(id).isEmpty())
                .toList();
        gone.forEach(id -> getChildren().remove(nodes.remove(id)));
    }

    private ServerNode make(ServerState state) {
        var node = new ServerNode(state.id());
        view.hand().equip(node, state.spec(), false);
        node.setOnKeyPressed(new ServerKeys(view, state.id())::pressed);
        node.focusedProperty()
                .subscribe(_ -> node.focusRing(view.paletteProperty().get().accent()));
        node.setOnContextMenuRequested(e -> {
            view.show().snapshot().scenario().server(state.id()).ifPresent(spec -> {
                view.select(new Selection.OfServer(state.id()));
                new ServerMenu(spec, view::act).show(node, e.getScreenX(), e.getScreenY());
            });
            e.consume();
        });
        getChildren().add(node);
        return node;
    }

    Optional<ServerNode> find(ServerId server) {
        return Optional.ofNullable(nodes.get(server));
    }

    /** Focuses the server this many further on: clockwise on the ring, downwards in the flow. */
    void focusFrom(ServerId server, int steps) {
        var order = inOrder();
        int at = order.indexOf(server);
        if (at >= 0) {
            find(order.get(Math.floorMod(at + steps, order.size()))).ifPresent(ServerNode::requestFocus);
        }
    }

    private List<ServerId> inOrder() {
        var stage = view.staging().target();
        var servers =
                view.show().snapshot().servers().stream().map(ServerState::id).filter(nodes::containsKey);
        return stage.flowShare() > 0.5
                ? servers.toList()
                : servers.sorted(Comparator.comparingDouble(
                                id -> stage.ring().turnOf(stage.tile(id).centre())))
                        .toList();
    }
}
