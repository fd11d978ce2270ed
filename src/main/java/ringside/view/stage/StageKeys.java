package ringside.view.stage;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import ringside.view.Selection;

/** What keys do on the stage as a whole. */
record StageKeys(StageView view) {
    void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            view.select(Selection.NOTHING);
        } else if (event.getCode() == KeyCode.L) {
            view.toggleLegend();
        } else if (event.getCode() == KeyCode.K) {
            view.nextLens();
        } else if (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.ADD || "+".equals(event.getText())) {
            view.addNext();
        } else {
            return;
        }
        event.consume();
    }
}
