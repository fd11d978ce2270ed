package ringside.engine;

/** What time it is: the simulated clock, the wall's, or a test's. */
@FunctionalInterface
public interface Ticks {
    /** A clock that stands at its beginning. */
    Ticks STOPPED = () -> 0;

    /** Nanoseconds since some moment that stays the same; never goes back. */
    long nanos();

    /** The whole seconds that have passed, which is all that some programs know of time. */
    default long seconds() {
        return Math.floorDiv(nanos(), 1_000_000_000L);
    }
}
