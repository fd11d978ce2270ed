package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.world.Checks;
import ringside.world.ServerState;
import ringside.world.ServerState.Probe;

/** The last checks of a server, and how many more would change the verdict. */
final class CheckList extends VBox {
    private static final int SHOWN = 5;

    private final VBox lines = new VBox(7);
    private final Label verdict = Controls.paragraph("", "small", "strong");
    private List<Probe> shown = List.of();

    CheckList() {
        super(10);
        getChildren().addAll(verdict, lines);
    }

    void follow(ServerState state, Checks checks, long nanos) {
        var probes = state.probes().stream().limit(SHOWN).toList();
        if (!probes.equals(shown)) {
            shown = probes;
            lines.getChildren().setAll(probes.stream().map(CheckList::line).toList());
        }
        verdict.setText(verdict(state, checks, nanos));
        verdict.getStyleClass().removeAll("good", "bad", "warn", "muted");
        verdict.getStyleClass().add(colour(state, checks));
    }

    private static Node line(Probe probe) {
        var told = probe.passed()
                ? text("check.passed", probe.kind().name(), probe.told(), Figures.span(probe.tookNanos()))
                : text("check.failed", probe.kind().name(), probe.told());
        var when = Controls.label(Figures.clock(probe.nanos()).substring(0, 7), "mono", "muted");
        when.setMinWidth(Label.USE_PREF_SIZE);
        var what = Controls.label(told, "mono", probe.passed() ? "good" : "bad");
        what.setTooltip(new Tooltip(told));
        return Controls.apart(when, what);
    }

    private static String verdict(ServerState state, Checks checks, long nanos) {
        if (checks.kind() == Checks.Kind.NONE) {
            return text("check.none");
        }
        var health = state.health();
        int more = health.needed() - health.streak();
        return switch (health.phase()) {
            case UNCHECKED -> text("check.unchecked");
            case UP -> text("check.up", health.needed());
            case GOING_DOWN -> text("check.out-after", more, Figures.span(until(state, checks, nanos, more)));
            case DOWN -> text("check.down", health.needed());
            case COMING_UP -> text("check.in-after", more, Figures.span(until(state, checks, nanos, more)));
        };
    }

    /* The next check sets out one period after the last ended; those after it follow at the same distance. */
    private static long until(ServerState state, Checks checks, long nanos, int more) {
        long every = checks.every().toNanos();
        long last = state.probes().isEmpty() ? nanos : state.probes().getFirst().nanos();
        return Math.max(0, last + more * every - nanos);
    }

    private static String colour(ServerState state, Checks checks) {
        if (checks.kind() == Checks.Kind.NONE) {
            return "muted";
        }
        return switch (state.health().phase()) {
            case UNCHECKED -> "muted";
            case UP -> "good";
            case GOING_DOWN, COMING_UP -> "warn";
            case DOWN -> "bad";
        };
    }
}
