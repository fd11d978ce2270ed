package ringside.view.inspect;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import ringside.engine.Member;
import ringside.engine.ServerId;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;
import ringside.world.Command;
import ringside.world.ServerState;

/** A server's weight, to be read and set. */
final class WeightRow extends HBox {
    private final Numbers weight;

    WeightRow(Show show, ServerId server) {
        super(8);
        weight = new Numbers(
                1, Member.MAX_WEIGHT, text("server.weight"), to -> show.apply(new Command.SetWeight(server, to)));
        Spinner<Integer> spinner = weight.spinner();
        spinner.setId("weight");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Controls.label(text("server.weight"), "muted", "small"), Controls.spring(), spinner);
    }

    void follow(ServerState state) {
        weight.follow(state.spec().weight());
    }
}
