package ringside.view.learn;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** An answer that is drawn in several changes, each of which can be taken back; a draft is the answer before one. */
abstract class DrawnForm<T> extends AnswerForm {
    private final Drafts<T> drafts = new Drafts<>();

    /** Remembers the answer that is about to change. */
    final void keep(T draft) {
        drafts.keep(draft);
    }

    /** Shows an answer as it was. */
    abstract void show(T draft);

    @Override
    final boolean draws() {
        return true;
    }

    @Override
    final ReadOnlyBooleanProperty changedProperty() {
        return drafts.anyProperty();
    }

    @Override
    final void undo() {
        show(drafts.takeBack());
    }
}
