package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.view.parts.Controls;

/** What came of each way of a trial: under each figure the ways, each with a bar, the most and the least marked. */
final class TrialTable extends VBox {
    private final LessonRun run;
    private final Block.Trial trial;

    TrialTable(LessonRun run, Block.Trial trial) {
        super(11);
        this.run = run;
        this.trial = trial;
        setId("trial-" + trial.id());
        trial.shown().forEach(shown -> getChildren().add(figure(shown)));
    }

    private Node figure(Block.Shown shown) {
        var box = new VBox(4, Controls.paragraph(shown.text(), "section"));
        double most = values(shown).max().orElse(0);
        double least = values(shown).min().orElse(0);
        trial.ways().forEach(way -> box.getChildren().add(way(shown, way, most, least)));
        return box;
    }

    private DoubleStream values(Block.Shown shown) {
        return trial.ways().stream().mapToDouble(way -> run.figure(shown, way));
    }

    private Node way(Block.Shown shown, Block.Way way, double most, double least) {
        double value = run.figure(shown, way);
        var told = shown.unit().shown(value);
        var extreme = most == least ? "" : value == most ? "most" : value == least ? "least" : "";
        var mark = Controls.label(extreme.isEmpty() ? "" : text("trial." + extreme), "mark", "small", "muted");
        mark.setMinWidth(USE_PREF_SIZE);
        var name = Controls.paragraph(way.text(), "small");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var figure = Controls.label(told, "mono", "small", extreme.isEmpty() ? "plain" : "strong");
        figure.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(6, name, Controls.spring(), mark, figure);
        line.setAlignment(Pos.BASELINE_LEFT);
        var track = BarTrack.still(OptionalInt.empty(), most == 0 ? 0 : value / most, "slim");
        var row = new VBox(2, line, track);
        var spoken = way.text() + ", " + shown.text() + ": " + told + " " + mark.getText();
        return Controls.spoken(row, AccessibleRole.TEXT, spoken.strip());
    }
}
