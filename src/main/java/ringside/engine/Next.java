package ringside.engine;

import java.time.Duration;

/** What becomes of a request after an attempt at a server. */
public sealed interface Next {
    /** The balancer is asked for another server. */
    record Retry() implements Next {}

    /**
     * The server that was asked is asked once more.
     *
     * @param pause after this long
     */
    record Again(Duration pause) implements Next {}

    /**
     * The client is answered.
     *
     * @param status with this status
     */
    record Answer(int status) implements Next {}
}
