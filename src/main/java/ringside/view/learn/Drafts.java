package ringside.view.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What an answer was before, so that a change can be taken back. */
final class Drafts<T> {
    private final Deque<T> before = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

    /** Remembers an answer that is about to change. */
    void keep(T draft) {
        if (before.isEmpty() || !before.getFirst().equals(draft)) {
            before.push(draft);
            any.set(true);
        }
    }

    /** The last one kept, which is forgotten. @throws java.util.NoSuchElementException when there is none */
    T takeBack() {
        var last = before.pop();
        any.set(!before.isEmpty());
        return last;
    }

    /** Whether there is something to take back. */
    ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }
}
