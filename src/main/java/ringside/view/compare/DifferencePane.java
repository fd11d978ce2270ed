package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
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
    private final VBox box = new VBox();

    DifferencePane(Comparing comparing) {
        setId("differences");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box.getStyleClass().add("pane");
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
            add(Controls.paragraph(
                    text(
                            "compare.basis",
                            Figures.count(paired.requests()),
                            String.valueOf(telling.contest().seed())),
                    "muted",
                    "small"));
        }
        if (telling.side(0) instanceof Side.Told a && telling.side(1) instanceof Side.Told b) {
            add(table(first, second, a, b));
            add(Controls.rule());
            addPairs(second, pairing);
            add(Controls.rule());
            var bars = new ShareBars();
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
            grid.addRow(row++, cells(measure, before, after).toArray(Node[]::new));
        }
        grid.addRow(
                row,
                named(text("compare.measure.moved")),
                cell(Words.keys(a.movedKeys())),
                cell(Words.keys(b.movedKeys())));
        return grid;
    }

    private static List<Label> cells(Measure measure, long before, long after) {
        var id = measure.name().toLowerCase(Locale.ROOT);
        long difference = after - before;
        var change = cell(Words.difference(measure, difference), "strong", Words.style(difference));
        change.setId("difference-" + id);
        var cells = new ArrayList<Label>();
        cells.add(named(Words.name(measure)));
        cells.add(cell(Words.value(measure, before)));
        cells.add(cell(Words.value(measure, after)));
        cells.add(change);
        var verdict = Controls.label(Words.verdict(difference), "small", Words.style(difference));
        verdict.setMinWidth(Label.USE_PREF_SIZE);
        cells.add(verdict);
        return cells;
    }

    private static Label named(String name) {
        var label = Controls.label(name, "muted", "small");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
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
