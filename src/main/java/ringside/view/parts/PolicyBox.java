package ringside.view.parts;

import static ringside.view.Texts.text;

import java.util.function.Consumer;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.view.PolicyNames;

/** One policy out of all there are, found by a few letters of its name. */
public final class PolicyBox extends SearchableComboBox<Policies.Entry> {
    /*
     * The box takes a choice back and makes it again while it is made from the keyboard, and what was chosen may be shown
     * a while later only: one choice is told once.
     */
    private boolean following;
    private Policies.@Nullable Entry shown;
    private Policies.@Nullable Entry told;

    /** None yet; what the user chooses is told, what is shown is not. */
    public PolicyBox(Consumer<Policies.Entry> chosen) {
        getItems().setAll(Policies.all());
        setConverter(new Names());
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(text("world.policy"));
        valueProperty().subscribe(entry -> {
            if (!following && entry != null && !entry.equals(shown) && !entry.equals(told)) {
                told = entry;
                chosen.accept(entry);
            }
        });
        focusWithinProperty().subscribe(() -> told = null);
    }

    /** Shows which one it is. */
    public void follow(PolicyChoice choice) {
        var entry = Policies.entry(choice);
        if (!entry.equals(shown)) {
            shown = entry;
            told = null;
        }
        following = true;
        setValue(entry);
        following = false;
    }

    private static final class Names extends StringConverter<Policies.Entry> {
        @Override
        public String toString(Policies.Entry entry) {
            return entry == null ? "" : PolicyNames.of(entry.id());
        }

        @Override
        public Policies.Entry fromString(String name) {
            throw new UnsupportedOperationException("policies are chosen, not typed");
        }
    }
}
