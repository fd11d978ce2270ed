package ringside.config.proxy;

import ringside.engine.Retries;

/**
 * The requests of some paths that go to a pool.
 *
 * @param match how a path is compared
 * @param path what it is compared with, such as {@code /}
 * @param upstream the name of the pool
 * @param retries when a request on this way that went wrong is tried again
 */
public record PathRoute(Match match, String path, String upstream, Retries retries) {
    /** How a path is compared. */
    public enum Match {
        /** It is this path. */
        EXACT,
        /** It begins with it; of several the longest counts. */
        PREFIX
    }
}
