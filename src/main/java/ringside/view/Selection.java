package ringside.view;

import ringside.engine.ServerId;

/** What the learner has picked out on the stage. */
public sealed interface Selection {
    /** Nothing. */
    record Nothing() implements Selection {}

    /** A server, in the pool or on the shelf. */
    record OfServer(ServerId server) implements Selection {}

    /** A request, by its number. */
    record OfRequest(long request) implements Selection {}

    /** A key on the ring. */
    record OfKey(String key) implements Selection {}

    /** Nothing. */
    Selection NOTHING = new Nothing();
}
