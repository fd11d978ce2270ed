package ringside.sim;

import java.util.function.Consumer;
import ringside.world.Happening;

/**
 * What everything in a simulated world shares.
 *
 * @param agenda its time
 * @param chance its luck
 * @param story is told what happens
 */
record Setting(Agenda agenda, Chance chance, Consumer<Happening> story) {
    void tell(Happening what) {
        story.accept(what);
    }
}
