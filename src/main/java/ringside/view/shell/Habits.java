package ringside.view.shell;

import javafx.beans.property.ObjectProperty;
import ringside.view.Layout;
import ringside.view.Show;
import ringside.view.StopChoice;

/** How the learner had the last show, which the next one takes over: its speed, and at what it stops. */
final class Habits {
    private final ObjectProperty<Memory> memory;
    private StopChoice stopChoice = StopChoice.NOWHERE;

    Habits(ObjectProperty<Memory> memory) {
        this.memory = memory;
    }

    /** Lays a show out, sets it as the last one was, and lets it play. */
    Show apply(Show show, Layout layout) {
        show.layoutProperty().set(layout);
        show.stopChoiceProperty().set(stopChoice);
        show.stopChoiceProperty().subscribe(chosen -> stopChoice = chosen);
        show.speedProperty().set(memory.get().speed());
        show.speedProperty().subscribe(s -> memory.set(memory.get().atSpeed(s.doubleValue())));
        show.playingProperty().set(true);
        return show;
    }

    /** The same at its newest instant. */
    Show applyNow(Show show, Layout layout) {
        apply(show, layout).toNow();
        return show;
    }
}
