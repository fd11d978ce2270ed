package ringside.view.review;

import static ringside.view.Texts.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import ringside.view.parts.Controls;

/** All cards: where they come from, when they are due, and what can be done with one of them. */
final class CardList extends BorderPane {
    private final Reviewing reviewing;
    private final ObservableList<Cards.Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Cards.Row> found = new FilteredList<>(rows);
    private final TableView<Cards.Row> table = new TableView<>();
    private final Button suspend = button("review.suspend", this::suspend);
    private final Button bury = button("review.bury", this::bury);
    private final Button reset = button("review.reset", this::reset);
    private final Button ask = button("review.ask", this::ask);
    private final Button discard = button("review.discard", this::discard);

    CardList(Reviewing reviewing, Node above) {
        this.reviewing = reviewing;
        setId("card-list");
        getStyleClass().addAll("card", "review-list");
        var find = new TextField();
        find.setId("card-find");
        find.setPromptText(text("review.find"));
        find.setAccessibleText(text("review.find"));
        find.textProperty().subscribe(words -> found.setPredicate(r -> matches(r, words)));
        var count = Controls.label("", "muted", "small");
        found.subscribe(() -> count.setText(text("review.count", found.size())));
        var line = new HBox(12, find, count, Controls.spring(), above);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new javafx.geometry.Insets(0, 0, 10, 0));
        setTop(line);
        dressTable();
        setCenter(table);
        var deeds = new HBox(8, ask, suspend, bury, reset, discard);
        deeds.setPadding(new javafx.geometry.Insets(10, 0, 0, 0));
        setBottom(deeds);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> follow());
        fill();
    }

    private static Button button(String key, Runnable action) {
        var button = Controls.button(text(key), "quiet-button", action);
        button.setId(key.replace('.', '-'));
        return button;
    }

    private static boolean matches(Cards.Row row, String words) {
        var all = (row.from() + " " + row.front()).toLowerCase(Locale.ROOT);
        return java.util.Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }

    private void dressTable() {
        table.setId("cards");
        table.setAccessibleText(text("review.all"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(column("review.column.from", 190, Cards.Row::from));
        table.getColumns().add(column("review.column.card", 560, Cards.Row::front));
        var due = new TableColumn<Cards.Row, Due>(text("review.column.due"));
        due.setPrefWidth(130);
        due.setMaxWidth(160);
        due.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(due(c.getValue())));
        table.getColumns().add(due);
        var reviews = column(
                "review.column.reviews",
                90,
                (Cards.Row r) -> r.entry().schedule().reviews());
        reviews.setMaxWidth(110);
        table.getColumns().add(reviews);
        var sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private static <T> TableColumn<Cards.Row, T> column(String key, double width, Function<Cards.Row, T> what) {
        var column = new TableColumn<Cards.Row, T>(text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(what.apply(c.getValue())));
        return column;
    }

    /** When a card comes, in order: those that come soonest first, those that never do last. */
    private record Due(long order, String words) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(order, other.order);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private Due due(Cards.Row row) {
        var cards = reviewing.cards();
        var now = cards.now();
        if (row.entry().isSuspended()) {
            return new Due(Long.MAX_VALUE, text("review.suspended"));
        }
        if (row.entry().isOut(now)) {
            return new Due(row.entry().due().toEpochMilli(), text("review.buried"));
        }
        if (row.entry().schedule().isNew()) {
            return row.admitted()
                    ? new Due(Long.MAX_VALUE - 2, text("review.new"))
                    : new Due(Long.MAX_VALUE - 1, text("review.later"));
        }
        var due = row.entry().due();
        return new Due(
                due.toEpochMilli(),
                due.isAfter(now) ? text("review.in", Waits.shown(now, due, cards.days())) : text("review.now"));
    }

    private void fill() {
        var chosen = chosen().map(Cards.Row::name);
        rows.setAll(reviewing.cards().rows());
        chosen.flatMap(name -> table.getItems().stream()
                        .filter(r -> r.name().equals(name))
                        .findFirst())
                .ifPresent(table.getSelectionModel()::select);
        follow();
    }

    private Optional<Cards.Row> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void follow() {
        var row = chosen();
        suspend.setDisable(row.isEmpty());
        suspend.setText(
                text(row.filter(r -> r.entry().isSuspended()).isPresent() ? "review.resume" : "review.suspend"));
        bury.setDisable(row.isEmpty());
        ask.setDisable(row.isEmpty());
        reset.setDisable(row.filter(r -> !r.entry().schedule().isNew()).isEmpty());
        Controls.show(discard, row.filter(Cards.Row::own).isPresent());
    }

    private void suspend() {
        chosen().ifPresent(r -> {
            reviewing.cards().study().suspend(r.name(), !r.entry().isSuspended());
            fill();
        });
    }

    private void bury() {
        chosen().ifPresent(r -> {
            reviewing.cards().study().bury(r.name(), reviewing.cards().now());
            fill();
        });
    }

    private void reset() {
        chosen().ifPresent(r -> {
            reviewing.cards().study().reset(r.name());
            fill();
        });
    }

    private void discard() {
        chosen().filter(Cards.Row::own).ifPresent(r -> {
            reviewing.cards().discard(r.name());
            fill();
        });
    }

    private void ask() {
        chosen().ifPresent(r -> reviewing.ask(java.util.List.of(r.name())));
    }
}
