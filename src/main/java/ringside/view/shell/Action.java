package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something that a key does, and the command palette too.
 *
 * @param id its key among the texts is {@code action.} and this
 * @param keys which keys
 * @param shown how the keys are written
 * @param act what it does
 */
record Action(String id, Optional<KeyCombination> keys, String shown, Runnable act) {
    static Action of(String id, String keys, String shown, Runnable act) {
        return new Action(id, Optional.of(KeyCombination.keyCombination(keys)), shown, act);
    }

    static Action unbound(String id, Runnable act) {
        return new Action(id, Optional.empty(), "", act);
    }

    /** What it does, in a few words. */
    String title() {
        return text("action." + id);
    }
}
