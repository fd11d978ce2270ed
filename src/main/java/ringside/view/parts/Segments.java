package ringside.view.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** One choice out of a few, as buttons side by side; in several rows when they are many. */
public final class Segments<T> extends VBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<T> chosen;
    private Optional<T> shown = Optional.empty();

    /** No choices yet; what the user chooses is told, what is shown is not. */
    public Segments(Consumer<T> chosen) {
        super(6);
        this.chosen = chosen;
        getStyleClass().add("segments");
    }

    /** Adds a row of choices below those there are: each has an id and words. */
    public Segments<T> row(List<Segment<T>> segments) {
        var row = new SegmentedButton();
        row.setToggleGroup(group);
        row.setMaxWidth(Double.MAX_VALUE);
        row.skinProperty().subscribe(this::select);
        segments.forEach(s -> row.getButtons().add(button(s)));
        getChildren().add(row);
        return this;
    }

    private ToggleButton button(Segment<T> segment) {
        var button = new ToggleButton();
        button.setId(segment.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        button.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> {
            button.setSelected(true);
            chosen.accept(segment.choice());
        });
        buttons.put(segment.choice(), button);
        name(segment.choice(), segment.words());
        return button;
    }

    /** Gives a choice other words. */
    public void name(T choice, String words) {
        var button = buttons.get(choice);
        if (button != null && !words.equals(button.getText())) {
            button.setText(words);
            button.setAccessibleText(words);
        }
    }

    /** Shows which is chosen; something else than all of them shows none. */
    public void follow(T choice) {
        shown = Optional.of(choice);
        select();
    }

    /* A row that gets its skin forgets which of its buttons was selected. */
    private void select() {
        shown.ifPresent(s -> group.selectToggle(buttons.get(s)));
    }

    /**
     * One choice.
     *
     * @param choice what is chosen
     * @param id the button's id
     * @param words what is on it
     */
    public record Segment<T>(T choice, String id, String words) {}
}
