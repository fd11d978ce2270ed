package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.view.parts.Controls;

/** Pieces side by side: a press or Enter takes one, and arrows lead from one to the next. */
final class Shelf extends FlowPane {
    private final Consumer<Piece> taken;

    /** A shelf that tells which piece is taken. */
    Shelf(Consumer<Piece> taken) {
        super(6, 6);
        this.taken = taken;
        setId("shelf");
        getStyleClass().add("shelf");
        Controls.spoken(this, AccessibleRole.PARENT, text("workshop.shelf"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /** Shows pieces; the one at a place can be reached with Tab, and has the focus if one of them had it. */
    void show(List<Piece> pieces, int place) {
        boolean focused = getChildren().stream().anyMatch(node -> node.isFocused());
        getChildren().setAll(pieces.stream().map(this::chip).toList());
        if (!pieces.isEmpty()) {
            int at = Math.clamp(place, 0, pieces.size() - 1);
            getChildren().get(at).setFocusTraversable(true);
            if (focused) {
                getChildren().get(at).requestFocus();
            }
        }
    }

    private Button chip(Piece piece) {
        var chip = Controls.button(piece.text(), "piece", () -> taken.accept(piece));
        chip.setUserData(piece);
        chip.setMnemonicParsing(false);
        chip.setFocusTraversable(false);
        chip.setOnDragDetected(e -> {
            chip.startFullDrag();
            e.consume();
        });
        return chip;
    }

    private void walk(KeyEvent e) {
        var focused = getChildren().stream().filter(node -> node.isFocused()).findFirst();
        int step = switch (e.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step != 0 && focused.isPresent()) {
            e.consume();
            int next = Math.clamp(
                    getChildren().indexOf(focused.get()) + step,
                    0,
                    getChildren().size() - 1);
            focused.get().setFocusTraversable(false);
            getChildren().get(next).setFocusTraversable(true);
            getChildren().get(next).requestFocus();
        }
    }
}
