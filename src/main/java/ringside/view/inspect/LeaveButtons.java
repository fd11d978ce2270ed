package ringside.view.inspect;

import static ringside.view.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Command;
import ringside.world.Command.Leaving;
import ringside.world.ServerState;

/** The two ways out of the pool. */
final class LeaveButtons extends FlowPane {
    private final Button drain;
    private final Button kill;

    LeaveButtons(Show show, ServerId server) {
        super(6, 6);
        drain = button(show, server, Leaving.DRAIN, "server.drain");
        kill = button(show, server, Leaving.KILL, "server.kill");
        getChildren().addAll(drain, kill);
    }

    private static Button button(Show show, ServerId server, Leaving how, String key) {
        var button = Controls.button(text(key), "chip", () -> show.apply(new Command.RemoveServer(server, how)));
        button.setId(key.replace('.', '-'));
        return Controls.named(button, key + ".tip");
    }

    void follow(ServerState state) {
        drain.setDisable(state.draining());
        kill.setDisable(state.draining());
    }
}
