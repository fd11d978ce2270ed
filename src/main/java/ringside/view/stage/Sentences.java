package ringside.view.stage;

import static ringside.view.Texts.text;

import java.util.Map;
import java.util.stream.Collectors;
import ringside.engine.ServerId;
import ringside.view.Figures;
import ringside.world.Command;
import ringside.world.WhatIf;

/** What the stage says in words. */
final class Sentences {
    private static final int MOST_NAMED = 4;

    private Sentences() {}

    /** What a command would do to keys, in one breath. */
    static String preview(WhatIf whatIf) {
        var modN = whatIf.modN();
        return text(
                "stage.preview",
                subject(whatIf),
                ring(whatIf),
                Figures.count(modN.moved()),
                Figures.count(modN.entries().size()));
    }

    private static String subject(WhatIf whatIf) {
        String name = whatIf.subject().map(Object::toString).orElse("");
        return switch (whatIf.command()) {
            case Command.AddServer _ -> text("stage.preview.joins", name);
            case Command.RemoveServer _ -> text("stage.preview.leaves", name);
            default -> text("stage.preview.changes", name);
        };
    }

    private static String ring(WhatIf whatIf) {
        var ring = whatIf.ring();
        if (ring.moved() == 0) {
            return text("stage.preview.none");
        }
        return text(
                "stage.preview.ring",
                Figures.count(ring.moved()),
                Figures.count(ring.entries().size()),
                Figures.percent(ring.fraction()),
                receivers(whatIf.received()));
    }

    private static String receivers(Map<ServerId, Integer> received) {
        if (received.isEmpty()) {
            return text("stage.preview.nobody");
        }
        if (received.size() > MOST_NAMED) {
            return text("stage.preview.many", Figures.count(received.size()));
        }
        return received.entrySet().stream()
                .map(e -> text("stage.preview.to", Figures.count(e.getValue()), e.getKey()))
                .collect(Collectors.joining(", "));
    }
}
