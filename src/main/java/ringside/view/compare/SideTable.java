package ringside.view.compare;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import ringside.engine.PolicyChoice;
import ringside.view.Figures;
import ringside.view.parts.Controls;
import ringside.view.parts.PolicyBox;
import ringside.world.Measure;
import ringside.world.Pairing;
import ringside.world.Side;

/** Every side in one line: its figures, and below them how they differ from the first side's. */
final class SideTable extends ScrollPane {
    private static final double HEAD = 84;
    private static final double POLICY = 150;

    private final Comparing comparing;
    private final GridPane grid = new GridPane(8, 10);
    private final VBox page = new VBox();
    private final LatencyLines lines = new LatencyLines();
    private Subscription following = Subscription.EMPTY;

    SideTable(Comparing comparing) {
        this.comparing = comparing;
        setId("side-table");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        page.getStyleClass().add("pane");
        VBox.setVgrow(lines, Priority.ALWAYS);
        setContent(page);
        Controls.spoken(this, text("compare.table"));
        comparing.tellingProperty().subscribe(this::show);
        comparing.onProperty(0).subscribe(this::followTime);
        comparing.onProperty(1).subscribe(this::followTime);
        followTime();
    }

    private void followTime() {
        following.unsubscribe();
        following = comparing
                .leader()
                .map(show -> show.nanosProperty().subscribe(nanos -> lines.at(nanos.longValue())))
                .orElse(Subscription.EMPTY);
    }

    private void show(Telling telling) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        addHead();
        for (int side = 0; side < telling.comparison().sides().size(); side++) {
            addLine(telling, side);
        }
        lines.show(telling);
        page.getChildren()
                .setAll(
                        basis(telling),
                        grid,
                        Controls.rule(),
                        Controls.section(text("compare.lines")),
                        lines,
                        Controls.rule(),
                        Controls.section(text("compare.shares")),
                        shares(telling));
    }

    private static Node basis(Telling telling) {
        boolean alike = telling.comparison().pairings().getFirst().stream().noneMatch(Pairing.Unlike.class::isInstance);
        var words = alike
                ? Words.basis(
                        telling.contest(), Figures.count(telling.comparison().requests()))
                : text("compare.unlike.some");
        return Controls.paragraph(words, alike ? "muted" : "warn", "small");
    }

    private void addHead() {
        var names = new ArrayList<String>();
        for (var measure : Measure.values()) {
            names.add(Words.name(measure));
        }
        names.add(text("compare.measure.moved"));
        names.add(text("compare.faster.head"));
        names.add(text("compare.mean.head"));
        grid.getColumnConstraints().add(new ColumnConstraints());
        for (int i = 0; i < names.size(); i++) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            var head = Controls.paragraph(names.get(i), "muted", "small");
            head.setMaxWidth(HEAD);
            head.setTextAlignment(TextAlignment.RIGHT);
            head.setAlignment(Pos.BOTTOM_RIGHT);
            GridPane.setValignment(head, VPos.BOTTOM);
            grid.add(head, i + 1, 0);
        }
    }

    private void addLine(Telling telling, int side) {
        int row = side + 1;
        grid.add(who(telling, side), 0, row);
        switch (telling.comparison().sides().get(side)) {
            case Side.Told told -> addFigures(telling, side, told);
            case Side.Unfit(var _, var why) -> {
                var sentence = Controls.paragraph(text("compare.unfit", why), "muted", "small");
                sentence.setId("unfit-side-" + side);
                grid.add(sentence, 1, row, GridPane.REMAINING, 1);
            }
        }
    }

    private Node who(Telling telling, int side) {
        var contestant = telling.contest().contestants().get(side);
        var policy = new PolicyBox(entry -> comparing.choose(side, PolicyChoice.of(entry.id())));
        policy.setId("table-policy-" + side);
        policy.setPrefWidth(POLICY);
        policy.setMinWidth(POLICY);
        policy.follow(contestant.policy());
        var line = new HBox(8, SideMark.of(side));
        if (!contestant.branch().isEmpty()) {
            line.getChildren().add(Controls.label(contestant.branch(), "strong"));
        }
        line.getChildren().add(policy);
        if (telling.contest().contestants().size() > 2) {
            var remove = Controls.icon(
                    Feather.X,
                    "compare.remove",
                    () -> comparing.change(comparing.wanted().without(side)));
            remove.setId("remove-" + side);
            line.getChildren().add(remove);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void addFigures(Telling telling, int side, Side.Told told) {
        int column = 1;
        boolean compared = side > 0 && telling.comparison().sides().getFirst() instanceof Side.Told;
        for (var measure : Measure.values()) {
            long value = measure.of(told.figures());
            var cell = new VBox(1, figure(Words.value(measure, value), "strong"));
            cell.setAlignment(Pos.CENTER_RIGHT);
            if (compared && telling.comparison().sides().getFirst() instanceof Side.Told first) {
                cell.getChildren().add(change(measure, side, value - measure.of(first.figures())));
            }
            grid.add(cell, column++, side + 1);
        }
        grid.add(figure(Words.keys(told.movedKeys())), column++, side + 1);
        if (compared && telling.comparison().between(0, side) instanceof Pairing.Paired paired) {
            double share = paired.answered() == 0 ? 0 : (double) paired.faster() / paired.answered();
            grid.add(figure(Figures.percent(share)), column++, side + 1);
            grid.add(figure(Words.estimate(paired.meanNanos())), column, side + 1);
        } else {
            grid.add(figure("–"), column++, side + 1);
            grid.add(figure("–"), column, side + 1);
        }
    }

    private static Label change(Measure measure, int side, long difference) {
        var words = Words.difference(measure, difference) + " " + Words.verdict(difference);
        var change = Controls.label(words.strip(), "change", Words.style(difference));
        change.setMinWidth(Label.USE_PREF_SIZE);
        change.setId("change-" + side + "-" + measure.name().toLowerCase(Locale.ROOT));
        return change;
    }

    private static Label figure(String words, String... styles) {
        var figure = Controls.label(words, "mono");
        figure.getStyleClass().addAll(styles);
        figure.setMinWidth(Label.USE_PREF_SIZE);
        return figure;
    }

    private static Node shares(Telling telling) {
        var rows = new ArrayList<ShareBars.Row>();
        List<Side> sides = telling.comparison().sides();
        for (int side = 0; side < sides.size(); side++) {
            if (sides.get(side) instanceof Side.Told told) {
                rows.add(new ShareBars.Row(side, told.figures()));
            }
        }
        var bars = new ShareBars(2);
        bars.show(rows);
        return bars;
    }
}
