package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.view.parts.Facts;
import ringside.world.Measure;
import ringside.world.Pairing;
import ringside.world.Pairing.Paired;
import ringside.world.Side;

/** How the lower stage's side differs from the upper one's, over the whole story. */
final class DifferencePane extends ScrollPane {
    private static final double NAME = 62;

    private final VBox box = new VBox();

    DifferencePane(Comparing comparing) {
        setId("differences");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box.getStyleClass().addAll("pane", "difference-pane");
        setContent(box);
        Controls.spoken(this, text("compare.differences"));
        comparing.tellingProperty().subscribe(this::show);
    }

    private void show(Telling telling) {
        int first = telling.staged().get(0);
        int second = telling.staged().get(1);
        box.getChildren().setAll(Controls.section(text("compare.differences")));
        var pairing = telling.comparison().between(first, second);
        if (pairing instanceof Paired paired) {
            add(Controls.paragraph(Words.basis(telling.contest(), Figures.count(paired.requests())), "muted", "small"));
        }
        if (telling.side(0) instanceof Side.Told a && telling.side(1) instanceof Side.Told b) {
            add(table(first, second, a, b));
            add(Controls.rule());
            addPairs(second, pairing);
            add(Controls.rule());
            var bars = new ShareBars(1);
            bars.setId("shares");
            bars.show(List.of(new ShareBars.Row(first, a.figures()), new ShareBars.Row(second, b.figures())));
            add(Controls.section(text("compare.shares")));
            add(bars);
        }
        add(Controls.rule());
        add(Controls.paragraph(text("compare.both"), "muted", "small"));
    }

    private void add(Node part) {
        box.getChildren().add(part);
    }

    private static GridPane table(int first, int second, Side.Told a, Side.Told b) {
        var grid = new GridPane(7, 7);
        grid.setId("difference-table");
        for (int column = 0; column < 5; column++) {
            var constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 || column == 4 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(constraints);
        }
        grid.add(SideMark.of(first), 1, 0);
        grid.add(SideMark.of(second), 2, 0);
        int row = 1;
        for (var measure : Measure.values()) {
            long before = measure.of(a.figures());
            long after = measure.of(b.figures());
            var change = Words.difference(measure, after - before);
            addRow(grid, row++, Words.name(measure), Words.value(measure, before), Words.value(measure, after));
            addChange(grid, row - 1, measure.name().toLowerCase(Locale.ROOT), change, after - before);
        }
        var before = a.movedKeys();
        var after = b.movedKeys();
        addRow(grid, row, text("compare.measure.moved"), Words.keys(before), Words.keys(after));
        if (before.isPresent() && after.isPresent()) {
            long difference = after.getAsLong() - before.getAsLong();
            addChange(grid, row, "moved", Words.count(difference), difference);
        }
        return grid;
    }

    private static void addRow(GridPane grid, int row, String name, String before, String after) {
        var what = Controls.paragraph(name, "muted", "small");
        what.setPrefWidth(NAME);
        grid.addRow(row, what, cell(before), cell(after));
    }

    private static void addChange(GridPane grid, int row, String id, String words, long difference) {
        var change = cell(words, "strong", Words.style(difference));
        change.setId("difference-" + id);
        var verdict = Controls.label(Words.verdict(difference), "small", Words.style(difference));
        verdict.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(row, change, verdict);
    }

    private static Label cell(String words, String... styles) {
        var cell = Controls.label(words, "mono");
        cell.getStyleClass().addAll(styles);
        cell.setMinWidth(Label.USE_PREF_SIZE);
        return cell;
    }

    private void addPairs(int second, Pairing pairing) {
        add(Controls.section(text("compare.pairs")));
        switch (pairing) {
            case Paired paired -> {
                var facts = new Facts();
                facts.setId("pairs");
                facts.show(facts(second, paired));
                add(facts);
            }
            case Pairing.Unlike(long request, long nanos) -> {
                var words = text("compare.unlike", Figures.count(request), Figures.clock(nanos));
                var sentence = Controls.paragraph(words, "warn");
                sentence.setId("unlike");
                add(sentence);
            }
            case Pairing.Untold() -> add(Controls.paragraph(text("compare.untold"), "muted"));
        }
    }

    private static List<Facts.Fact> facts(int second, Paired paired) {
        var number = String.valueOf(second + 1);
        long same = paired.answered() - paired.faster() - paired.slower();
        return List.of(
                new Facts.Fact(text("compare.faster", number), share(paired.faster(), paired)),
                new Facts.Fact(text("compare.slower", number), share(paired.slower(), paired)),
                new Facts.Fact(text("compare.same"), share(same, paired)),
                new Facts.Fact(text("compare.median"), Words.time(paired.medianNanos())),
                new Facts.Fact(text("compare.mean"), Words.estimate(paired.meanNanos())),
                new Facts.Fact(text("compare.owners"), Words.keys(paired.movedKeys())));
    }

    private static String share(long some, Paired paired) {
        return paired.answered() == 0 ? "–" : Figures.percent((double) some / paired.answered());
    }
}
