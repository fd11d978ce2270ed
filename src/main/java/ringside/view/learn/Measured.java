package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;
import ringside.view.parts.Fold;

/** What was measured in the steps before the one that is shown, as a table that grows. */
final class Measured extends VBox {
    private final LessonRun run;
    private final GridPane table = new GridPane(12, 6);
    private final Fold fold = new Fold("measured", text("measured.title"), "section", table).unfolded();
    private List<Block.Keep> shown = List.of();

    Measured(LessonRun run) {
        this.run = run;
        getStyleClass().add("measured");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var figures = new ColumnConstraints();
        figures.setMinWidth(USE_PREF_SIZE);
        table.getColumnConstraints().setAll(names, figures);
        getChildren().add(fold);
        follow();
    }

    /** Shows what was kept by now. */
    void follow() {
        var kept = run.lesson().blocks(Block.Keep.class).stream()
                .filter(what -> run.kept(what).isPresent() && !said(what))
                .toList();
        Controls.show(this, !kept.isEmpty());
        if (!kept.equals(shown)) {
            shown = kept;
            fold.tell(text(kept.size() == 1 ? "measured.one" : "measured.many", kept.size()));
            table.getChildren().clear();
            kept.forEach(this::add);
        }
    }

    /** Whether the step that is shown says it itself. */
    private boolean said(Block.Keep what) {
        return !run.finished() && run.step().blocks().contains(what);
    }

    private void add(Block.Keep what) {
        int row = table.getRowCount();
        var name = Controls.paragraph(run.fill(what.text()), "small");
        var figure = Controls.label(figure(run, what), "mono", "strong");
        figure.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setValignment(figure, VPos.TOP);
        table.addRow(row, name, figure);
    }

    /** A kept figure in its unit; nothing before it was measured. */
    static String figure(LessonRun run, Block.Keep what) {
        OptionalDouble figure = run.kept(what);
        return figure.isPresent() ? what.unit().shown(figure.getAsDouble()) : "";
    }
}
