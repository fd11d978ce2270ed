package ringside.view.parts;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.util.converter.IntegerStringConverter;

/** A whole number that follows the picture, and tells when the user sets another. */
public final class Numbers {
    private final Spinner<Integer> spinner;
    private boolean following;

    /** A number from one bound to another; what is typed beyond them is drawn back to the nearest. */
    public Numbers(int least, int most, String spoken, IntConsumer set) {
        var factory = new IntegerSpinnerValueFactory(least, most, least);
        factory.setConverter(new Forgiving(factory));
        spinner = new Spinner<>(factory);
        spinner.setEditable(true);
        spinner.setPrefWidth(92);
        spinner.setMinWidth(92);
        spinner.getEditor().setAccessibleText(spoken);
        spinner.setAccessibleText(spoken);
        spinner.getStyleClass().add("number");
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
        factory.valueProperty().addListener((_, _, to) -> {
            if (!following) {
                set.accept(to);
            }
        });
    }

    /** The control. */
    public Spinner<Integer> spinner() {
        return spinner;
    }

    /** The control behind its name. */
    public HBox line() {
        var line = new HBox(
                8, Controls.paragraph(spinner.getAccessibleText(), "muted", "small"), Controls.spring(), spinner);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows a number, unless the user is just typing one. */
    public void follow(int number) {
        if (!spinner.getEditor().isFocused() && spinner.getValue() != number) {
            following = true;
            spinner.getValueFactory().setValue(number);
            following = false;
        }
    }

    private static final class Forgiving extends IntegerStringConverter {
        private final IntegerSpinnerValueFactory factory;

        private Forgiving(IntegerSpinnerValueFactory factory) {
            this.factory = factory;
        }

        @Override
        public Integer fromString(String typed) {
            try {
                return Math.clamp(Long.parseLong(typed.strip()), factory.getMin(), factory.getMax());
            } catch (NumberFormatException _) {
                return factory.getValue();
            }
        }
    }
}
