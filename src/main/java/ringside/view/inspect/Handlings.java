package ringside.view.inspect;

import ringside.view.Show;
import ringside.world.Handling;
import ringside.world.HandlingCommand;

/** How requests are handled in the world that is shown, to be read and changed. */
record Handlings(Show show) {
    /** How they are handled now. */
    Handling now() {
        return show.scenario().handling();
    }

    /** Changes it. */
    void change(HandlingCommand command) {
        show.apply(command);
    }
}
