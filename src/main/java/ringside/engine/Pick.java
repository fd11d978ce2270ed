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
        ALL_FULL
    }
}
