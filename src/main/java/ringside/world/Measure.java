package ringside.world;

import java.util.function.ToLongFunction;

/** A figure by which runs are compared: less of it is better. */
public enum Measure {
    /** What half of the requests that ended did not exceed, in nanoseconds. */
    P50(f -> f.all().p50Nanos(), true),
    /** What 90 of a hundred did not exceed. */
    P90(f -> f.all().p90Nanos(), true),
    /** What 99 of a hundred did not exceed. */
    P99(f -> f.all().p99Nanos(), true),
    /** How long they took on average. */
    MEAN(f -> f.all().meanNanos(), true),
    /** How many requests ended without the answer they asked for. */
    DROPPED(RunFigures::dropped, false);

    private final ToLongFunction<RunFigures> of;
    private final boolean time;

    Measure(ToLongFunction<RunFigures> of, boolean time) {
        this.of = of;
        this.time = time;
    }

    /** Its value in a run. */
    public long of(RunFigures figures) {
        return of.applyAsLong(figures);
    }

    /** Whether it is in nanoseconds; a number of requests otherwise. */
    public boolean time() {
        return time;
    }
}
