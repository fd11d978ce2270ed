package ringside.view.inspect;

import javafx.scene.Node;
import ringside.world.Handling;
import ringside.world.Scenario;

/** One thing that can be said of how requests are handled, and the controls that change it. */
interface HandlingPart {
    /** The key that its texts begin with. */
    String key();

    /** Its controls. */
    Node node();

    /** How it stands, in a few words. */
    String summary(Handling handling);

    /** Shows what is set up. */
    void follow(Scenario scenario);
}
