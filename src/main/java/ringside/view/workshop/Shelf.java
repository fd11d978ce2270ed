package ringside.view.workshop;

import static ringside.view.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
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

    /**
     * Shows pieces, each at a place of its own that stays empty while it is taken; the one at a place among those that are
     * there can be reached with Tab, and has the focus if one of them had it.
     *
     * @param all every piece, in order
     * @param there those that are not taken
     */
    void show(List<Piece> all, List<Piece> there, int place) {
        boolean focused = getChildren().stream().anyMatch(Node::isFocused);
        if (getChildren().size() != all.size()) {
            getChildren().setAll(all.stream().map(this::chip).toList());
        }
        getChildren().forEach(chip -> {
            chip.setVisible(there.contains((Piece) chip.getUserData()));
            chip.setFocusTraversable(false);
        });
        var chips = chips();
        if (!chips.isEmpty()) {
            var next = chips.get(Math.clamp(place, 0, chips.size() - 1));
            next.setFocusTraversable(true);
            if (focused) {
                next.requestFocus();
            }
        }
    }

    private List<Node> chips() {
        return getChildren().stream().filter(Node::isVisible).toList();
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
        var chips = chips();
        var focused = chips.stream().filter(Node::isFocused).findFirst();
        int step = switch (e.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step != 0 && focused.isPresent()) {
            e.consume();
            var next = chips.get(Math.clamp(chips.indexOf(focused.get()) + step, 0, chips.size() - 1));
            focused.get().setFocusTraversable(false);
            next.setFocusTraversable(true);
            next.requestFocus();
        }
    }
}
