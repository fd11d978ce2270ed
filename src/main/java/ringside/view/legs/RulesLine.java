package ringside.view.legs;

import static ringside.view.Texts.text;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ringside.view.parts.Controls;
import ringside.view.parts.RouteLine;
import ringside.world.Handling;

/** The rules that ask for a path: grey, with the reason, where the balancer reads none. */
final class RulesLine extends VBox {
    private final Label rules = Controls.paragraph("", "mono", "small");
    private final Label why = Controls.paragraph(text("rules.idle"), "muted", "small");

    RulesLine() {
        super(2);
        setId("rules");
        getChildren().addAll(rules, why);
    }

    /** Shows the rules that there are, if there are any. */
    void follow(Handling handling) {
        boolean idle = handling.layer() == Handling.Layer.TCP;
        Controls.show(this, !handling.routes().isEmpty());
        rules.setText(handling.routes().stream().map(RouteLine::of).collect(Collectors.joining("   ")));
        Controls.style(rules, "idle", idle);
        Controls.show(why, idle);
    }
}
