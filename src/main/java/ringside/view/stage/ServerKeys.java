package ringside.view.stage;

import javafx.scene.input.KeyEvent;
import ringside.engine.ServerId;
import ringside.view.Selection;
import ringside.world.Command;

/** What keys do to the focused server. */
record ServerKeys(StageView view, ServerId server) {
    void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE -> leave(Command.Leaving.KILL);
            case BACK_SPACE, MINUS, SUBTRACT -> leave(Command.Leaving.DRAIN);
            case RIGHT, DOWN -> view.nodes().focusFrom(server, 1);
            case LEFT, UP -> view.nodes().focusFrom(server, -1);
            case ENTER, SPACE -> view.select(new Selection.OfServer(server));
            case CONTEXT_MENU -> menu();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return;
                }
                menu();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void leave(Command.Leaving how) {
        var nodes = view.nodes();
        nodes.focusFrom(server, 1);
        view.act(new Command.RemoveServer(server, how));
    }

    private void menu() {
        var scenario = view.show().snapshot().scenario();
        scenario.server(server)
                .ifPresent(spec -> view.nodes().find(server).ifPresent(node -> {
                    var at = node.localToScreen(node.getWidth(), node.getHeight() / 2);
                    new ServerMenu(spec, view::act).show(node, at.getX(), at.getY());
                }));
    }
}
