package ringside.view.inspect;

import static ringside.view.Texts.text;

import javafx.scene.Node;
import ringside.engine.member.Panic;
import ringside.view.parts.Numbers;
import ringside.world.Handling;
import ringside.world.HandlingCommand;
import ringside.world.Scenario;

/** How few servers may be well before all are asked. */
final class PanicPart implements HandlingPart {
    private final Numbers threshold;
    private final Node line;

    PanicPart(Handlings handlings) {
        threshold = new Numbers(
                0,
                100,
                text("handling.panic.percent"),
                n -> handlings.change(new HandlingCommand.SetPanic(new Panic(n))));
        threshold.spinner().setId("panic-percent");
        line = threshold.line();
    }

    @Override
    public String key() {
        return "handling.panic";
    }

    @Override
    public Node node() {
        return line;
    }

    @Override
    public String summary(Handling handling) {
        int percent = handling.panic().percent();
        return percent == 0 ? text("handling.off") : text("handling.panic.below", percent);
    }

    @Override
    public void follow(Scenario scenario) {
        threshold.follow(scenario.handling().panic().percent());
    }
}
