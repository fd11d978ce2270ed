package ringside.view.shell;

import static ringside.view.Texts.text;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

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

    /** One by the sign on a key, wherever the keyboard has it; the code is where it usually is. */
    static Action sign(String id, KeyCode code, String sign, Runnable act) {
        return new Action(id, Optional.of(new KeyCodeCombination(code)), sign, act);
    }

    static Action unbound(String id, Runnable act) {
        return new Action(id, Optional.empty(), "", act);
    }

    /** Whether a key that was pressed means this. */
    boolean isMeantBy(KeyEvent event) {
        return keys.filter(k -> k.match(event)).isPresent()
                || (shown.length() == 1
                        && !event.isShortcutDown()
                        && !event.isAltDown()
                        && shown.equals(event.getText()));
    }

    /** What it does, in a few words. */
    String title() {
        return text("action." + id);
    }
}
