package ringside.world;

import java.util.concurrent.CancellationException;

/** Tells stories in virtual time; the application hands it to those who may not know how worlds are made. */
public interface Simulator {
    /**
     * A world in which a story has been told to its end, from where it can go on.
     *
     * @throws CancellationException when the rest was not wanted any more
     */
    VirtualTime open(Tape tape, Progress progress);

    /**
     * Tells a story to its end and keeps nothing of it.
     *
     * @throws CancellationException when the rest was not wanted any more
     */
    void run(Tape tape, Story story, Progress progress);
}
