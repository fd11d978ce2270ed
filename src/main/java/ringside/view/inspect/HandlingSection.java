package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.view.parts.Fold;
import ringside.world.Handling;
import ringside.world.Scenario;

/** How requests are handled on their way: all of it folded up, for it is nothing to begin with. */
final class HandlingSection implements WorldPane.Section {
    private final Map<HandlingPart, Fold> parts = new LinkedHashMap<>();
    private final Fold all;

    HandlingSection(Show show) {
        var handlings = new Handlings(show);
        var those = List.of(
                new RetryPart(handlings),
                new BreakerPart(handlings),
                new EjectionPart(handlings),
                new PanicPart(handlings),
                new StickyPart(handlings),
                new RoutePart(handlings),
                new LimitPart(handlings),
                new CapacityPart(handlings),
                new LayerPart(handlings));
        those.forEach(part -> parts.put(part, fold(part)));
        all = new Fold(
                "handling", text("handling.title"), "section", parts.values().toArray(Node[]::new));
        all.getStyleClass().add("folds");
    }

    private static Fold fold(HandlingPart part) {
        var key = part.key();
        var what = Controls.paragraph(text(key + ".what"), "muted", "small");
        return new Fold(key.replace('.', '-'), text(key), "small", what, part.node());
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void follow(Scenario scenario) {
        var handling = scenario.handling();
        int unusual = 0;
        for (var part : parts.entrySet()) {
            var summary = part.getKey().summary(handling);
            unusual += summary.equals(part.getKey().summary(Handling.USUAL)) ? 0 : 1;
            boolean idle = part.getKey().idle(handling);
            Controls.style(part.getValue(), "idle", idle);
            part.getValue().tell(idle ? text("handling.idle", summary) : summary);
            part.getKey().follow(scenario);
        }
        all.tell(text("handling.unusual", unusual));
    }
}
