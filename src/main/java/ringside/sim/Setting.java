package ringside.sim;

import ringside.world.Happening;
import ringside.world.Story;

/**
 * What everything in a simulated world shares.
 *
 * @param agenda its time
 * @param chance its luck
 * @param story is told what happens
 * @param heard whether somebody listens; when not, what happens to each request need not be told
 */
record Setting(Agenda agenda, Chance chance, Story story, boolean heard) {
    Setting(Agenda agenda, Chance chance, Story story) {
        this(agenda, chance, story, story.heard());
    }

    void tell(Happening what) {
        story.tell(agenda.now(), what);
    }
}
