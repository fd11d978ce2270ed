package ringside.view.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Names on the left, values on the right. */
public final class Facts extends VBox {
    /**
     * One line.
     *
     * @param name what it is
     * @param value how much, or which
     */
    public record Fact(String name, String value) {}

    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    /** No lines yet. */
    public Facts() {
        super(7);
    }

    /** Shows these lines instead. */
    public void show(List<Fact> facts) {
        while (names.size() < facts.size()) {
            addLine();
        }
        if (names.size() > facts.size()) {
            names.subList(facts.size(), names.size()).clear();
            values.subList(facts.size(), values.size()).clear();
            getChildren().remove(facts.size(), getChildren().size());
        }
        for (int i = 0; i < facts.size(); i++) {
            names.get(i).setText(facts.get(i).name());
            values.get(i).setText(facts.get(i).value());
        }
    }

    private void addLine() {
        var name = Controls.label("", "muted", "small");
        var value = Controls.label("", "mono");
        name.setMinWidth(USE_PREF_SIZE);
        names.add(name);
        values.add(value);
        getChildren().add(Controls.apart(name, value));
    }
}
