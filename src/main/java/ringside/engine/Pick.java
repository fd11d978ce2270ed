package ringside.engine;

/** What a balancer decided for one request. */
public sealed interface Pick {
    /**
     * A server was found.
     *
     * @param server who gets the request
     * @param why the reason in the policy's terms
     */
    record Chosen(ServerId server, Reason why) implements Pick {}

    /**
     * Nobody may take the request.
     *
     * @param cause why not
     */
    record Refused(Cause cause) implements Pick {}

    /** Why nobody took a request. */
    enum Cause {
        /** The pool is empty. */
        NO_SERVERS,
        /** There are servers, and every one is down, draining or was tried already. */
        NONE_AVAILABLE,
        /** Those that could be asked have as many requests as they may have; it can wait until one ends. */
        ALL_FULL,
        /** More requests came than may pass. */
        RATE_LIMITED,
        /** As many as may be are in hand, and as many as may wait do. */
        LINE_FULL,
        /** It stood in line for as long as one may. */
        WAITED_TOO_LONG;

        private static final int TOO_MANY_REQUESTS = 429;
        private static final int UNAVAILABLE = 503;

        /** The status that the client gets. */
        public int status() {
            return this == RATE_LIMITED ? TOO_MANY_REQUESTS : UNAVAILABLE;
        }
    }
}
