package ringside.world;

/** A figure by which runs are compared: less of it is better. */
public enum Measure {
    /** What half of the requests that ended did not exceed, in nanoseconds. */
    P50,
    /** What 90 of a hundred did not exceed. */
    P90,
    /** What 99 of a hundred did not exceed. */
    P99,
    /** How long they took on average. */
    MEAN,
    /** How many requests ended without the answer they asked for. */
    DROPPED;

    /** Its value in a run. */
    public long of(RunFigures figures) {
        return switch (this) {
            case P50 -> figures.all().p50Nanos();
            case P90 -> figures.all().p90Nanos();
            case P99 -> figures.all().p99Nanos();
            case MEAN -> figures.all().meanNanos();
            case DROPPED -> figures.dropped();
        };
    }

    /** Whether it is in nanoseconds; a number of requests otherwise. */
    public boolean time() {
        return this != DROPPED;
    }
}
