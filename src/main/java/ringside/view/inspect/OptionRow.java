package ringside.view.inspect;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.view.parts.Controls;
import ringside.view.parts.Numbers;

/** One option of a policy: what it changes, and a control that is fit for its values. */
final class OptionRow {
    private static final double NARROW = 132;

    private final HBox line;
    private final Consumer<PolicyChoice> follower;
    private boolean following;

    /** A row that tells which value the user sets. */
    OptionRow(PolicyOption option, Consumer<String> set) {
        line = new HBox(8, Controls.paragraph(option.sentence(), "muted", "small"), Controls.spring());
        line.setAlignment(Pos.CENTER_LEFT);
        follower = switch (option) {
            case PolicyOption.Whole whole -> number(whole, set);
            case PolicyOption.OneOf words -> words(words, set);
            case PolicyOption.Text text -> text(text, set);
        };
    }

    /** What is shown. */
    Node node() {
        return line;
    }

    /** Shows the value that a choice gives. */
    void follow(PolicyChoice choice) {
        following = true;
        follower.accept(choice);
        following = false;
    }

    private Consumer<PolicyChoice> number(PolicyOption.Whole option, Consumer<String> set) {
        var number =
                new Numbers(option.least(), option.most(), option.sentence(), to -> set.accept(Integer.toString(to)));
        line.getChildren().add(number.spinner());
        return choice -> number.follow(option.of(choice));
    }

    private Consumer<PolicyChoice> words(PolicyOption.OneOf option, Consumer<String> set) {
        var words = shown(new ComboBox<String>(), option);
        words.getItems().setAll(option.values());
        words.valueProperty().subscribe(to -> {
            if (!following && to != null) {
                set.accept(to);
            }
        });
        return choice -> words.setValue(option.of(choice));
    }

    private Consumer<PolicyChoice> text(PolicyOption.Text option, Consumer<String> set) {
        var field = shown(new TextField(), option);
        field.setOnAction(_ -> set.accept(field.getText().strip()));
        return choice -> {
            if (!field.isFocused()) {
                field.setText(option.of(choice));
            }
        };
    }

    private <C extends Control> C shown(C control, PolicyOption option) {
        control.setPrefWidth(NARROW);
        control.setMinWidth(NARROW);
        line.getChildren().add(Controls.spoken(control, option.sentence()));
        return control;
    }
}
