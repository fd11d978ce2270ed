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

    /** Whether it has no effect, because the balancer does not look into requests. */
    default boolean idle(Handling handling) {
        return false;
    }

    /** Shows what is set up. */
    void follow(Scenario scenario);
}
