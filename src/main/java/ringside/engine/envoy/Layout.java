package ringside.engine.envoy;

import java.util.List;
import ringside.engine.ServerId;

/** Where hashes lead: laid once for a pool that has hosts, and looked up at each request. */
sealed interface Layout permits HashRing, MaglevTable {
    /**
     * The host that a hash leads to.
     *
     * @param attempt the attempts that went before, each of which leads elsewhere, though perhaps to the same host
     * @return its place in the pool
     */
    int ownerOf(long hash, int attempt);

    /** The number of attempts, from any on, within which every host comes up that any hash leads to. */
    int attempts();

    /**
     * How it came to that host.
     *
     * @param key what was hashed
     * @param passed the hosts of attempts just before that one, which could not take the request
     */
    EnvoyReason.Named why(String key, long hash, int attempt, List<ServerId> passed);
}
