package ringside.view.compare;

import static ringside.view.Texts.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import ringside.view.Figures;
import ringside.view.Layout;
import ringside.view.parts.Controls;
import ringside.view.parts.Segments;

/** Above a comparison: how it is seen, how long it is, what can be changed about it, and the way out. */
final class CompareBar extends HBox {
    private static final double VIEWS = 170;
    private static final double LAYOUTS = 220;
    private static final List<Duration> LENGTHS =
            Stream.of(10, 30, 60, 300, 600).map(Duration::ofSeconds).toList();

    private final Comparing comparing;
    private final MenuButton length = new MenuButton();
    private final Button add;
    private final Segments<Boolean> views;

    /** {@code table} is whether the table is shown instead of the stages; {@code end} leads out. */
    CompareBar(Comparing comparing, BooleanProperty table, Runnable end) {
        super(8);
        this.comparing = comparing;
        getStyleClass().add("compare-bar");
        setAlignment(Pos.CENTER_LEFT);
        views = new Segments<Boolean>(table::set)
                .row(List.of(
                        new Segments.Segment<>(false, "view-stages", text("compare.view.stages")),
                        new Segments.Segment<>(true, "view-table", text("compare.view.table"))));
        views.setMinWidth(VIEWS);
        views.setAlignment(Pos.CENTER);
        table.subscribe(views::follow);
        length.setId("length");
        length.getStyleClass().add("chip");
        length.setMinWidth(USE_PREF_SIZE);
        add = Controls.icon(Feather.PLUS, "compare.add", comparing::addSide);
        add.setId("add-side");
        var close = Controls.icon(Feather.X, "compare.end", end);
        close.setId("compare-end");
        getChildren()
                .addAll(
                        views,
                        layouts(table),
                        length,
                        add,
                        swap(),
                        undo(),
                        redo(),
                        Controls.spring(),
                        progress(),
                        close);
        comparing.tellingProperty().subscribe(this::follow);
    }

    private Node layouts(BooleanProperty table) {
        var layouts = new Segments<Layout>(
                to -> comparing.leader().ifPresent(show -> show.layoutProperty().set(to)));
        layouts.row(Stream.of(Layout.FLOW, Layout.RING, Layout.BOTH)
                .map(layout -> {
                    var word = layout.name().toLowerCase(Locale.ROOT);
                    return new Segments.Segment<>(layout, "compare-" + word, text("stage.layout." + word));
                })
                .toList());
        layouts.setMinWidth(LAYOUTS);
        layouts.setAlignment(Pos.CENTER);
        table.subscribe(asTable -> Controls.show(layouts, !asTable));
        for (int stage = 0; stage < Stages.COUNT; stage++) {
            comparing
                    .onProperty(stage)
                    .subscribe(on -> on.filter(show -> comparing.leader().equals(on))
                            .ifPresent(show -> show.layoutProperty().subscribe(layouts::follow)));
        }
        return layouts;
    }

    private Button swap() {
        var swap = Controls.icon(Feather.REPEAT, "compare.swap", comparing::swap);
        swap.setId("swap");
        swap.disableProperty().bind(comparing.busyProperty());
        return swap;
    }

    private Button undo() {
        var undo = Controls.icon(Feather.CORNER_UP_LEFT, "action.undo", comparing::undo);
        undo.setId("compare-undo");
        undo.disableProperty().bind(comparing.canUndoProperty().not());
        return undo;
    }

    private Button redo() {
        var redo = Controls.icon(Feather.CORNER_UP_RIGHT, "action.redo", comparing::redo);
        redo.setId("compare-redo");
        redo.disableProperty().bind(comparing.canRedoProperty().not());
        return redo;
    }

    private Node progress() {
        var bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.setAccessibleText(text("compare.telling"));
        bar.progressProperty().bind(comparing.shareProperty());
        var cancel = Controls.button(text("cancel"), "quiet-button", comparing::cancel);
        cancel.setId("compare-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, Controls.label(text("compare.telling"), "muted", "small"), bar, cancel);
        line.setAlignment(Pos.CENTER_RIGHT);
        comparing.busyProperty().subscribe(busy -> Controls.show(line, busy));
        return line;
    }

    private void follow(Telling telling) {
        var contest = telling.contest();
        length.setText(words(contest.nanos() - contest.fromNanos()));
        length.setAccessibleText(text("compare.length", length.getText()));
        length.getItems().setAll(LENGTHS.stream().map(this::item).toList());
        length.setDisable(contest.recorded());
        add.setDisable(!contest.hasRoom());
    }

    private MenuItem item(Duration duration) {
        var item = new MenuItem(words(duration.toNanos()));
        item.setOnAction(_ -> comparing.change(comparing.wanted().lasting(duration.toNanos())));
        return item;
    }

    private static String words(long nanos) {
        return Figures.duration(Duration.ofMillis(Math.round(nanos / 1e6)));
    }
}
