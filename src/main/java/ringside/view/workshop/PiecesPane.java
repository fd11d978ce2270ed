package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import ringside.lesson.workshop.Assembly;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.view.parts.Controls;

/**
 * Pieces on a shelf, and the configuration below that they are laid into: by a press or by dragging, or with the arrows and
 * Enter; Delete puts one back, Alt with the arrows moves it. No piece moves away from under the hand that lays another.
 */
final class PiecesPane extends VBox {
    private static final double LINE = 22;
    private static final int LEAST_LINES = 3;

    private final Assembly assembly;
    private final Runnable changed;
    private final ListView<Piece> laid = new ListView<>();
    private final Shelf shelf = new Shelf(this::lay);

    /** The pieces of an assembly; what is given is run whenever that has changed. */
    PiecesPane(Assembly assembly, Runnable changed) {
        super(6);
        this.assembly = assembly;
        this.changed = changed;
        laid.setId("laid");
        laid.getStyleClass().add("pieces");
        laid.setFixedCellSize(LINE);
        Controls.spoken(laid, text("workshop.laid"));
        laid.setPlaceholder(Controls.paragraph(text("workshop.laid.empty"), "muted", "small"));
        laid.setCellFactory(_ -> new Cell());
        laid.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        laid.setOnMouseDragReleased(e -> drop(e, laid.getItems().size()));
        shelf.setOnMouseDragReleased(e -> dragged(e).ifPresent(this::putBack));
        getChildren()
                .addAll(
                        Controls.section(text("workshop.shelf")),
                        shelf,
                        Controls.section(text("workshop.laid")),
                        laid,
                        Controls.paragraph(text("workshop.pieces.how"), "muted", "small"));
        fill(0);
    }

    private void fill(int onShelf) {
        laid.getItems().setAll(assembly.laid());
        laid.setPrefHeight(LINE * Math.max(LEAST_LINES, laid.getItems().size() + 1) + 4);
        laid.setMinHeight(USE_PREF_SIZE);
        shelf.show(assembly.pieces(), assembly.shelf(), onShelf);
    }

    /** Lays a piece behind the one that is selected, or last. */
    private void lay(Piece piece) {
        int selected = laid.getSelectionModel().getSelectedIndex();
        lay(piece, selected < 0 ? laid.getItems().size() : selected + 1);
    }

    private void lay(Piece piece, int place) {
        int left = Math.max(0, assembly.shelf().indexOf(piece));
        assembly.lay(piece, place);
        changed.run();
        fill(left);
        laid.getSelectionModel().select(piece);
        laid.getFocusModel().focus(laid.getSelectionModel().getSelectedIndex());
    }

    private void putBack(Piece piece) {
        int before = laid.getItems().indexOf(piece) - 1;
        assembly.putBack(piece);
        changed.run();
        fill(assembly.shelf().indexOf(piece));
        if (before >= 0) {
            laid.getSelectionModel().select(before);
        } else {
            laid.getSelectionModel().clearSelection();
        }
    }

    private void press(KeyEvent e) {
        var piece = laid.getSelectionModel().getSelectedItem();
        if (piece == null) {
            return;
        }
        int place = laid.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case ENTER, DELETE, BACK_SPACE -> {
                e.consume();
                putBack(piece);
            }
            case UP, DOWN -> {
                if (e.isAltDown()) {
                    e.consume();
                    lay(piece, e.getCode() == KeyCode.UP ? Math.max(0, place - 1) : place + 2);
                }
            }
            default -> {}
        }
    }

    private void drop(MouseDragEvent e, int place) {
        dragged(e).ifPresent(piece -> lay(piece, place));
        e.consume();
    }

    private static Optional<Piece> dragged(MouseDragEvent e) {
        return switch (e.getGestureSource()) {
            case Cell cell -> Optional.ofNullable(cell.getItem());
            case Node chip when chip.getUserData() instanceof Piece piece -> Optional.of(piece);
            default -> Optional.empty();
        };
    }

    /** One piece of the configuration, or the room below. */
    private final class Cell extends ListCell<Piece> {
        private Cell() {
            getStyleClass().add("mono");
            setOnMouseClicked(this::click);
            setOnDragDetected(e -> {
                if (getItem() != null) {
                    startFullDrag();
                    e.consume();
                }
            });
            setOnMouseDragEntered(_ -> Controls.style(this, "target", true));
            setOnMouseDragExited(_ -> Controls.style(this, "target", false));
            setOnMouseDragReleased(
                    e -> drop(e, getItem() == null ? getListView().getItems().size() : getIndex()));
        }

        @Override
        protected void updateItem(Piece piece, boolean empty) {
            super.updateItem(piece, empty);
            setText(empty || piece == null ? "" : assembly.line(piece));
        }

        private void click(MouseEvent e) {
            if (getItem() != null && e.getClickCount() == 2) {
                putBack(getItem());
            } else if (getItem() == null) {
                getListView().getSelectionModel().clearSelection();
            }
        }
    }
}
