package ringside.view.workshop;

import static ringside.view.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import ringside.lesson.workshop.Assembly;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.view.parts.Controls;

/**
 * Pieces on a shelf, and the configuration above that they are laid into: by a press or by dragging, or with the arrows and
 * Enter; Delete puts one back, Alt with the arrows moves it.
 */
final class PiecesPane extends VBox {
    private static final double LINE = 25;
    private static final int LEAST_LINES = 3;

    private final Assembly assembly;
    private final ListView<Piece> laid = new ListView<>();
    private final ListView<Piece> shelf = new ListView<>();

    /** The pieces of an assembly. */
    PiecesPane(Assembly assembly) {
        super(6);
        this.assembly = assembly;
        list(laid, "laid", text("workshop.laid"));
        list(shelf, "shelf", text("workshop.shelf"));
        laid.setPlaceholder(Controls.paragraph(text("workshop.laid.empty"), "muted", "small"));
        shelf.setPlaceholder(new Label());
        laid.setCellFactory(_ -> new Cell(true));
        shelf.setCellFactory(_ -> new Cell(false));
        laid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInLaid);
        shelf.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOnShelf);
        getChildren()
                .addAll(
                        Controls.section(text("workshop.laid")),
                        laid,
                        Controls.section(text("workshop.shelf")),
                        shelf,
                        Controls.paragraph(text("workshop.pieces.how"), "muted", "small"));
        fill();
    }

    private static void list(ListView<Piece> list, String id, String words) {
        list.setId(id);
        list.getStyleClass().add("pieces");
        list.setFixedCellSize(LINE);
        Controls.spoken(list, words);
    }

    private void fill() {
        laid.getItems().setAll(assembly.laid());
        shelf.getItems().setAll(assembly.shelf());
        laid.setPrefHeight(LINE * Math.max(LEAST_LINES, laid.getItems().size() + 1) + 2);
        shelf.setPrefHeight(LINE * Math.max(1, shelf.getItems().size()) + 2);
        laid.setMinHeight(USE_PREF_SIZE);
        shelf.setMinHeight(USE_PREF_SIZE);
    }

    /** Lays a piece behind the one that is selected, or last. */
    private void lay(Piece piece) {
        int selected = laid.getSelectionModel().getSelectedIndex();
        lay(piece, selected < 0 ? laid.getItems().size() : selected + 1);
    }

    private void lay(Piece piece, int place) {
        int next = shelf.getItems().indexOf(piece);
        assembly.lay(piece, place);
        fill();
        laid.getSelectionModel().select(piece);
        select(shelf, next);
    }

    private void putBack(Piece piece) {
        int next = laid.getItems().indexOf(piece);
        assembly.putBack(piece);
        fill();
        select(laid, next - 1);
        shelf.getSelectionModel().select(piece);
    }

    private static void select(ListView<Piece> list, int place) {
        if (place >= 0 && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(Math.min(place, list.getItems().size() - 1));
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void pressedOnShelf(KeyEvent e) {
        var piece = shelf.getSelectionModel().getSelectedItem();
        if (piece != null && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            e.consume();
            lay(piece);
        }
    }

    private void pressedInLaid(KeyEvent e) {
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

    /** One piece, or the room below them. */
    private final class Cell extends ListCell<Piece> {
        private final boolean isLaid;

        private Cell(boolean isLaid) {
            this.isLaid = isLaid;
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
            setOnMouseDragReleased(this::drop);
        }

        @Override
        protected void updateItem(Piece piece, boolean empty) {
            super.updateItem(piece, empty);
            setText(empty || piece == null ? "" : isLaid ? assembly.line(piece) : piece.text());
        }

        private void click(MouseEvent e) {
            if (getItem() == null || !e.isStillSincePress() || e.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (!isLaid) {
                lay(getItem());
            } else if (e.getClickCount() == 2) {
                putBack(getItem());
            }
        }

        private void drop(MouseDragEvent e) {
            if (!(e.getGestureSource() instanceof Cell from) || from.getItem() == null) {
                return;
            }
            var piece = from.getItem();
            if (isLaid) {
                lay(piece, getItem() == null ? laid.getItems().size() : getIndex());
            } else {
                putBack(piece);
            }
        }
    }
}
