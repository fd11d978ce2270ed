package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;
import ringside.lesson.Ranking;
import ringside.view.parts.Controls;

/** Options that are put in order: dragged, or moved by keys. */
final class OrderForm extends DrawnForm<List<Block.Option>> {
    private final VBox list = new VBox(5);
    private final List<Block.Option> order;
    private final List<OrderRow> rows;

    OrderForm(Playing playing, Block.Predict asked) {
        order = new ArrayList<>(playing.run().options(asked));
        rows = IntStream.range(0, order.size())
                .mapToObj(i -> new OrderRow(this, i, playing))
                .toList();
        list.getChildren().setAll(rows);
        Controls.spoken(list, AccessibleRole.LIST_VIEW, text("order.list"));
        getChildren()
                .addAll(
                        Controls.paragraph(text("order.how"), "muted", "small"),
                        Controls.label(text("order.least"), "muted", "small"),
                        list,
                        Controls.label(text("order.most"), "muted", "small"));
        tell();
    }

    /** How many there are. */
    int size() {
        return order.size();
    }

    /** Remembers the order that is about to change. */
    void begin() {
        keep(List.copyOf(order));
    }

    /** Moves what is at one place to another, both from 0. */
    void move(int from, int to) {
        if (to >= 0 && to < order.size() && to != from) {
            order.add(to, order.remove(from));
            tell();
        }
    }

    void focus(int place) {
        rows.get(Math.clamp(place, 0, rows.size() - 1)).requestFocus();
    }

    /** The place at which a point of the window lies, from 0. */
    int placeAt(double sceneY) {
        double y = list.sceneToLocal(0, sceneY).getY();
        int place = 0;
        for (int i = 0; i < rows.size(); i++) {
            place = y > rows.get(i).getBoundsInParent().getMinY() ? i : place;
        }
        return place;
    }

    /** Marks the one in the hand, if one is. */
    void mark(int place, boolean lifted) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).lift(lifted && i == place);
        }
    }

    private void tell() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(order.get(i), order.size());
        }
        give(Optional.of(new Ranking(order.stream().map(Block.Option::id).toList()).written()));
    }

    @Override
    void show(List<Block.Option> before) {
        order.clear();
        order.addAll(before);
        tell();
    }
}
