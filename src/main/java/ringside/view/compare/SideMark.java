package ringside.view.compare;

import javafx.scene.control.Label;
import ringside.view.parts.Controls;

/** The number of a side, in its colour: the same wherever the side appears. */
final class SideMark {
    private SideMark() {}

    /** The mark of a side, counted from 0. */
    static Label of(int side) {
        var mark = Controls.label(String.valueOf(side + 1), "side", "side-" + side);
        mark.setMinWidth(Label.USE_PREF_SIZE);
        return mark;
    }
}
