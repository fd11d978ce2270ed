package ringside.view;

/** How fast virtual time really passes while it is played, over the last half second that is complete. */
final class Pace {
    private static final long WINDOW_NANOS = 500_000_000;

    private long wall;
    private long played;
    private long before;
    private double reached;

    /** Nothing is known yet: it is taken to be as fast as was asked. */
    void restart(double asked) {
        wall = 0;
        before = played;
        reached = asked;
    }

    /** This much virtual time was played since the beginning, in nanoseconds. */
    void played(long nanos) {
        played = nanos;
    }

    /** So much wall time has passed, in nanoseconds. */
    void pass(long nanos) {
        wall += nanos;
        if (wall >= WINDOW_NANOS) {
            reached = (double) (played - before) / wall;
            wall = 0;
            before = played;
        }
    }

    /** Times real time. */
    double reached() {
        return reached;
    }
}
