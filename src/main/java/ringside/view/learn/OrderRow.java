package ringside.view.learn;

import static ringside.view.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.lesson.Block;
import ringside.view.parts.Controls;

/** One place of an order; it stays, and what stands there changes. */
final class OrderRow extends HBox {
    private final OrderForm form;
    private final int place;
    private final Playing playing;
    private final Label number;
    private final Label words = Controls.paragraph("");
    private int held;
    private boolean lifted;

    OrderRow(OrderForm form, int place, Playing playing) {
        super(8);
        this.form = form;
        this.place = place;
        this.playing = playing;
        number = Controls.label(Integer.toString(place + 1), "mono", "muted");
        number.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        setId("order-" + (place + 1));
        getStyleClass().add("order-row");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().addAll(number, words, new FontIcon(Feather.MENU));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> form.mark(0, false));
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(on -> {
            if (!on) {
                lift(false);
            }
        });
    }

    /** Shows what stands here now. */
    void show(Block.Option option, int of) {
        words.setText(option.text());
        words.setStyle(
                playing.shade(option).isPresent()
                        ? "-fx-font-weight: bold; -fx-text-fill: -identity-"
                                + playing.shade(option).getAsInt() + ";"
                        : "");
        setAccessibleText(text("order.place", place + 1, of, option.text()));
    }

    /** Shows whether it is in the hand. */
    void lift(boolean on) {
        lifted = on;
        Controls.style(this, "lifted", on);
    }

    private void press(MouseEvent event) {
        requestFocus();
        form.begin();
        held = place;
        form.mark(place, true);
        event.consume();
    }

    private void drag(MouseEvent event) {
        int to = form.placeAt(event.getSceneY());
        form.move(held, to);
        held = to;
        form.mark(held, true);
        event.consume();
    }

    private void key(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.getCode() == KeyCode.SPACE) {
            lift(!lifted);
        } else if (by != 0) {
            step(by, event.isAltDown() || lifted);
        } else if (event.getCode() == KeyCode.ENTER) {
            form.commit();
        } else {
            return;
        }
        event.consume();
    }

    private void step(int by, boolean carried) {
        boolean keeps = lifted;
        int to = Math.clamp(place + by, 0, form.size() - 1);
        if (carried && to != place) {
            form.begin();
            form.move(place, to);
        }
        form.focus(to);
        form.mark(to, keeps);
    }
}
