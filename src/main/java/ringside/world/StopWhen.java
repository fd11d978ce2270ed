package ringside.world;

/** Something at which the picture is to stop. */
public sealed interface StopWhen {
    /** A request ends without its answer: it fails, times out or is refused. */
    record RequestDropped() implements StopWhen {}

    /** A server is taken out, by its checks or because requests failed at it. */
    record ServerEjected() implements StopWhen {}

    /**
     * A key changes its server: a change of the pool moved it, or its next request went elsewhere.
     *
     * @param key such as {@code user:42}
     */
    record KeyMoves(String key) implements StopWhen {}

    /**
     * Of the requests that ended in the last ten seconds, 20 at least, one in a hundred has come to take longer than
     * this.
     *
     * @param nanos 1 or more
     */
    record P99Passes(long nanos) implements StopWhen {
        public P99Passes {
            Checked.within("a p99 to stop at in nanoseconds", nanos, 1, Long.MAX_VALUE);
        }
    }
}
