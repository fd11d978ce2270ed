package ringside.view.learn;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import ringside.lesson.Block;

/** Where an answer is typed, chosen or drawn before it counts. */
abstract class AnswerForm extends VBox {
    private final ReadOnlyObjectWrapper<Optional<String>> given = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable commit = () -> {};

    AnswerForm() {
        super(9);
    }

    /** The form for a kind of question. */
    static AnswerForm of(Playing playing, Block.Predict asked) {
        return switch (asked.kind()) {
            case NUMBER, PERCENT -> new NumberForm(playing.run(), asked);
            case CHOICE, SERVER -> new ChoiceForm(playing, asked);
            case BARS -> new BarsForm(playing, asked);
            case ORDER -> new OrderForm(playing, asked);
            case ARC -> new ArcForm(playing.show());
        };
    }

    /** The answer as it stands now, as it is written; empty while there is none. */
    final ReadOnlyObjectProperty<Optional<String>> givenProperty() {
        return given.getReadOnlyProperty();
    }

    final void give(Optional<String> answer) {
        given.set(answer);
    }

    /** What pressing Enter in the form does. */
    final void onCommit(Runnable action) {
        commit = action;
    }

    final void commit() {
        commit.run();
    }

    /** Whether a change can be taken back. */
    ReadOnlyBooleanProperty changedProperty() {
        return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /** Whether changes are drawn and can be taken back one by one. */
    boolean draws() {
        return false;
    }

    /** Takes the last change back. */
    void undo() {}
}
