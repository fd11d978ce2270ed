package ringside.view.inspect;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.world.Snapshot.Leg;
import ringside.world.Snapshot.Legs;

/** The connections on either side of the balancer: how many, how they were encrypted, and what they carried. */
final class LegTable extends VBox {
    /** One line: a figure of each side. */
    private record Line(String key, Function<Leg, String> figure, Label client, Label server) {
        Line(String key, Function<Leg, String> figure) {
            this(key, figure, value(), value());
        }

        private static Label value() {
            var label = Controls.label("", "mono");
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }

        void follow(Legs legs) {
            client.setText(figure.apply(legs.client()));
            server.setText(figure.apply(legs.server()));
        }

        String spoken() {
            return text("legs.line", text("legs." + key), client.getText(), server.getText());
        }
    }

    private final List<Line> lines = List.of(
            new Line("open", leg -> Figures.count(leg.open())),
            new Line("opened", leg -> Figures.count(leg.opened())),
            new Line("handshakes", leg -> Figures.count(leg.handshakes())),
            new Line("resumed", leg -> Figures.count(leg.resumed())),
            new Line("full", leg -> span(leg.meanFullNanos())),
            new Line("again", leg -> span(leg.meanResumedNanos())),
            new Line("work", leg -> span(leg.meanWorkNanos())),
            new Line("clear", leg -> Figures.bytes(leg.clear())),
            new Line("encrypted", leg -> Figures.bytes(leg.encrypted())));
    private final GridPane grid = new GridPane(10, 7);
    private final Label none = Controls.paragraph(text("legs.none"), "muted", "small");
    private final Label meaning = Controls.paragraph(text("legs.is"), "muted", "small");
    private Legs shown = Legs.NONE;

    LegTable() {
        super(9);
        grid.setId("legs");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, figures, figures);
        grid.addRow(0, Controls.label(""), head("legs.clients"), head("legs.servers"));
        for (var line : lines) {
            var name = Controls.label(text("legs." + line.key()), "muted", "small");
            grid.addRow(grid.getRowCount(), name, line.client(), line.server());
        }
        getChildren().addAll(Controls.section(text("legs.title")), none, grid, meaning);
        show(Legs.NONE);
    }

    private static String span(long nanos) {
        return nanos == 0 ? "–" : Figures.span(nanos);
    }

    private static Label head(String key) {
        return Controls.label(text(key), "muted", "small");
    }

    /** Shows what they have done so far. */
    void follow(Legs legs) {
        if (!legs.equals(shown)) {
            show(legs);
        }
    }

    private void show(Legs legs) {
        shown = legs;
        boolean any = legs.client().opened() + legs.server().opened() > 0;
        Controls.show(none, !any);
        Controls.show(grid, any);
        Controls.show(meaning, any);
        lines.forEach(line -> line.follow(legs));
        var spoken = new ArrayList<String>(List.of(text("legs.title")));
        if (any) {
            lines.forEach(line -> spoken.add(line.spoken()));
        }
        Controls.spoken(grid, AccessibleRole.TEXT, String.join("; ", spoken));
    }
}
