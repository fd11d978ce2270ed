package ringside.view.inspect;

import javafx.scene.Node;
import ringside.world.Snapshot;

/** One thing looked at closely. */
interface Pane {
    /** What is shown. */
    Node node();

    /** Shows it as it is in this picture. */
    void follow(Snapshot snapshot);
}
