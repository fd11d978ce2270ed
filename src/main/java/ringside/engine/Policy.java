package ringside.engine;

/**
 * A rule that chooses a server for each request.
 *
 * <p>A policy reads the pool and the loads it is handed and remembers only its own counters, such as whose turn it
 * is. Time and chance, if it needs them, are given to it when it is made. It is owned by one {@link Balancer}, which
 * calls it from one thread at a time.
 */
public interface Policy {
    /**
     * Makes ready for a pool: called before the first pick and after every change of membership, weight, standing or
     * terms. What a policy remembers of servers that stay, it keeps.
     *
     * @throws IllegalArgumentException saying why, when it can't work with this pool; it then stays with the last one
     */
    void use(Pool pool);

    /**
     * Chooses a server of the pool last given to {@link #use}, or nobody when there is no candidate.
     *
     * @param request what is asked, and by whom
     * @param candidates which members may be chosen
     * @param loads how busy each is
     * @param detail whether the reason is wanted
     */
    Pick pick(Request request, Candidates candidates, Loads loads, Detail detail);

    /**
     * The same for one more attempt of a request. Unless a policy knows better, it is a request like any other, and the
     * servers tried for it are no candidates any more.
     *
     * @param trail the request and where it has been
     * @param up which members may be chosen, tried or not
     */
    default Pick pick(Trail trail, Candidates up, Loads loads, Detail detail) {
        return pick(trail.request(), trail.untried(up), loads, detail);
    }

    /** Learns how an attempt ended that a policy of this balancer chose the server for. */
    default void settled(Attempt attempt) {}
}
