package ringside.view.parts;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Does something a moment after it was asked for, once, however often that was; not when its node is gone by then. */
public final class Soon {
    private static final Duration MOMENT = Duration.seconds(1);

    private final PauseTransition pause = new PauseTransition(MOMENT);

    /** Something that has to do with a node of a window. */
    public Soon(Node node, Runnable what) {
        pause.setOnFinished(_ -> what.run());
        node.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                pause.stop();
            }
        });
    }

    /** It is to be done. */
    public void ask() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }
}
