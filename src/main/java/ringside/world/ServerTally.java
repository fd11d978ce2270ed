package ringside.world;

import ringside.engine.ServerId;

/** Counts what one server does. */
final class ServerTally {
    private final ServerId id;
    private final int workers;
    private long chosen;
    private long answered;
    private long failed;
    private long busyNanos;
    private double couldNanos;
    private Looks looks = Looks.NONE;
    private Wakes wakes = Wakes.NONE;
    private long sinceNanos;
    private boolean there;

    ServerTally(ServerId id, int workers) {
        this.id = id;
        this.workers = workers;
    }

    /** It is there from now on, or still. */
    void join(long nanos) {
        if (!there) {
            there = true;
            sinceNanos = nanos;
        }
    }

    void leave(long nanos) {
        couldNanos = couldNanos(nanos);
        there = false;
    }

    private double couldNanos(long nanos) {
        return couldNanos + (there ? (double) (nanos - sinceNanos) * workers : 0);
    }

    void choose() {
        chosen++;
    }

    void answer() {
        answered++;
    }

    void fail() {
        failed++;
    }

    void look(Happening.Found found) {
        looks = looks.plus(found);
    }

    void wake(int processes) {
        wakes = wakes.plus(processes);
    }

    /** A worker worked for so long. */
    void work(long nanos) {
        busyNanos += nanos;
    }

    /** Everything by now, when all servers together were chosen so often. */
    ServerFigures figures(long nanos, long chosenInAll) {
        double could = couldNanos(nanos);
        return new ServerFigures(
                id,
                chosen,
                answered,
                failed,
                chosenInAll == 0 ? 0 : (double) chosen / chosenInAll,
                busyNanos,
                could == 0 ? 0 : busyNanos / could,
                looks,
                wakes);
    }
}
