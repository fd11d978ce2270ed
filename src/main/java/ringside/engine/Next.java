package ringside.engine;

/** What becomes of a request after an attempt at a server. */
public sealed interface Next {
    /** The balancer is asked for another server. */
    record Retry() implements Next {}

    /**
     * The client is answered.
     *
     * @param status with this status
     */
    record Answer(int status) implements Next {}
}
