package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.PolicyNames;
import ringside.view.Selection;
import ringside.view.Show;
import ringside.view.parts.Controls;
import ringside.world.Command;

/** The command palette: everything that can be opened or done, by a few letters of its name. */
final class Finder {
    /** One thing that can be found. */
    record Entry(String kind, String title, String keys, Runnable act) {
        boolean has(String wanted) {
            var all = (kind + " " + title).toLowerCase(Locale.ROOT);
            return List.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(all::contains);
        }
    }

    private final Theatre theatre;
    private final Actions actions;
    private final Overlay overlay;

    Finder(Theatre theatre, Actions actions, Overlay overlay) {
        this.theatre = theatre;
        this.actions = actions;
        this.overlay = overlay;
    }

    void open() {
        var found = new FilteredList<>(FXCollections.observableArrayList(entries()));
        var list = list(found);
        var field = new TextField();
        field.setId("find");
        field.setPromptText(text("find.prompt"));
        field.setAccessibleText(text("find.prompt"));
        field.textProperty().subscribe(wanted -> {
            found.setPredicate(e -> e.has(wanted));
            list.getSelectionModel().selectFirst();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> move(e, list));
        field.setOnAction(_ -> take(list));
        overlay.showBare(520, new VBox(10, field, list));
        field.requestFocus();
    }

    private ListView<Entry> list(FilteredList<Entry> found) {
        var list = new ListView<Entry>(found);
        list.setId("found");
        list.getStyleClass().add("finder-list");
        list.setPrefHeight(320);
        list.setCellFactory(_ -> new Cell());
        list.setAccessibleText(text("find.found"));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> take(list));
        return list;
    }

    private static void move(KeyEvent event, ListView<Entry> list) {
        var model = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> model.selectNext();
            case UP -> model.selectPrevious();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, model.getSelectedIndex() - 4));
        event.consume();
    }

    private void take(ListView<Entry> list) {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            overlay.hide();
            entry.act().run();
        }
    }

    private List<Entry> entries() {
        var all = new ArrayList<Entry>();
        theatre.lessons().forEach(l -> all.add(new Entry(text("find.lesson"), l.title(), "", () -> theatre.learn(l))));
        StartPoint.all()
                .forEach(s -> all.add(new Entry(text("find.explore"), s.title(), "", () -> theatre.explore(s))));
        actions.now().forEach(a -> all.add(new Entry(text("find.action"), a.title(), a.shown(), a.act())));
        theatre.placeProperty().get().on().ifPresent(show -> addOf(show, all));
        return all;
    }

    private static void addOf(Show show, List<Entry> all) {
        Policies.all()
                .forEach(p -> all.add(new Entry(
                        text("find.policy"),
                        PolicyNames.of(p.id()),
                        "",
                        () -> show.apply(new Command.SetPolicy(PolicyChoice.of(p.id()))))));
        show.snapshot()
                .servers()
                .forEach(s -> all.add(new Entry(
                        text("find.server"),
                        s.id().name(),
                        "",
                        () -> show.selectionProperty().set(new Selection.OfServer(s.id())))));
    }

    private static final class Cell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            var kind = Controls.label(entry.kind(), "muted", "small");
            kind.setMinWidth(76);
            var line = new HBox(8, kind, Controls.label(entry.title()), Controls.spring());
            if (!entry.keys().isEmpty()) {
                line.getChildren().add(Controls.label(entry.keys(), "key"));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
