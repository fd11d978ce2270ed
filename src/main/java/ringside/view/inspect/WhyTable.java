package ringside.view.inspect;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import ringside.view.parts.Controls;
import ringside.view.parts.Identity;

/** The candidates of one decision under each other, with the figures that were compared. */
final class WhyTable extends GridPane {
    private List<Why> shown = List.of();

    WhyTable() {
        setHgap(10);
        setVgap(8);
        var figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        var notes = new ColumnConstraints();
        notes.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), figures, notes);
    }

    void follow(List<Why> lines) {
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            addLine(row, lines.get(row));
        }
    }

    private void addLine(int row, Why line) {
        Label figures = Controls.paragraph(line.figures(), "mono");
        Label note = Controls.label(line.note(), "small", "strong", "accented");
        note.setMinWidth(USE_PREF_SIZE);
        if (line.who().isEmpty()) {
            add(figures, 0, row, 3, 1);
            return;
        }
        var who = Controls.label(line.who().get().name(), "strong", "small");
        who.setStyle(Identity.lettering(line.who().get()));
        who.setMinWidth(USE_PREF_SIZE);
        add(who, 0, row);
        add(figures, 1, row);
        add(note, 2, row);
    }
}
