package ringside.view.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What is wanted, and the ways back to what was wanted before. */
final class Changes {
    private final Deque<Contest> undo = new ArrayDeque<>();
    private final Deque<Contest> redo = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private Contest wanted;

    Changes(Contest first) {
        wanted = first;
    }

    Contest wanted() {
        return wanted;
    }

    /** Something else is wanted; what could be done again no longer can. */
    void to(Contest other) {
        undo.push(wanted);
        redo.clear();
        become(other);
    }

    /** What was wanted before is wanted again. */
    void undo() {
        swap(undo, redo);
    }

    /** What was wanted before that is. */
    void redo() {
        swap(redo, undo);
    }

    private void swap(Deque<Contest> from, Deque<Contest> to) {
        if (!from.isEmpty()) {
            to.push(wanted);
            become(from.pop());
        }
    }

    /** Goes back to something that was wanted before, as if nothing had been wanted since. */
    void giveUp(Contest before) {
        var way = undo.contains(before) ? undo : redo;
        while (!wanted.equals(before) && !way.isEmpty()) {
            wanted = way.pop();
        }
        become(before);
    }

    private void become(Contest other) {
        wanted = other;
        canUndo.set(!undo.isEmpty());
        canRedo.set(!redo.isEmpty());
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
