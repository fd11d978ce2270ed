package ringside.view.stage;

import java.util.stream.Collectors;
import ringside.engine.Ledger;
import ringside.world.Command;
import ringside.world.WhatIf;

/** What the stage says in words. */
final class Sentences {
    private Sentences() {}

    /** What a command would do to keys, in one breath. */
    static String preview(WhatIf whatIf) {
        return subject(whatIf) + " " + ring(whatIf) + " Under hash mod N, " + moved(whatIf.modN()) + " would move.";
    }

    private static String subject(WhatIf whatIf) {
        String name = whatIf.subject().map(Object::toString).orElse("It");
        return switch (whatIf.command()) {
            case Command.AddServer _ -> name + " would join:";
            case Command.RemoveServer _ -> name + " would leave:";
            default -> name + " would change:";
        };
    }

    private static String ring(WhatIf whatIf) {
        long moved = whatIf.ring().moved();
        if (moved == 0) {
            return "no key would move.";
        }
        var gains = whatIf.received();
        String where = gains.isEmpty()
                ? "to nobody"
                : gains.size() > 4
                        ? "to " + gains.size() + " servers"
                        : gains.entrySet().stream()
                                .map(e -> Numbers.grouped(e.getValue()) + " to " + e.getKey())
                                .collect(Collectors.joining(", "));
        return "on the ring " + moved(whatIf.ring()) + " keys would move ("
                + Numbers.percent(whatIf.ring().fraction()) + "), " + where + ".";
    }

    private static String moved(Ledger ledger) {
        return Numbers.grouped(ledger.moved()) + " of "
                + Numbers.grouped(ledger.entries().size());
    }
}
