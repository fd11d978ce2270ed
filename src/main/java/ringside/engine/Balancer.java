package ringside.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Spreads requests over a pool: asks its policy, and keeps count of what each server has in hand.
 *
 * <p>The simulated world and the live one both drive this class. It may be called from any thread.
 */
public final class Balancer {
    private final Map<ServerId, Tally> tallies = new HashMap<>();
    private Policy policy;
    private volatile Pool pool;
    private Candidates up;
    private Tally[] byPlace;
    private final Loads loads = place -> byPlace[place].inFlight;

    /**
     * A balancer that begins with nobody busy.
     *
     * @throws IllegalArgumentException when the policy can't work with this pool
     */
    public Balancer(Policy policy, Pool pool) {
        policy.use(pool);
        this.policy = policy;
        this.pool = pool;
        this.up = Candidates.upIn(pool);
        this.byPlace = tally(pool);
    }

    /** Begins to follow a request, which may need more than one attempt. */
    public synchronized Trail begin(Request request) {
        return new Trail(request, pool);
    }

    /**
     * Chooses a server for the next attempt of a request and counts it as in flight there until {@link #settle} is told
     * how that ended.
     */
    public synchronized Pick pick(Trail trail, Detail detail) {
        trail.moveTo(pool);
        return pick(trail, up, detail);
    }

    /** The same, but never a server that the request was at already, even if the policy has nothing against that. */
    public synchronized Pick another(Trail trail, Detail detail) {
        trail.moveTo(pool);
        return pick(trail, trail.untried(up), detail);
    }

    /** The same, but among those servers only that somebody else allows. */
    public synchronized Pick another(Trail trail, Predicate<ServerId> allowed, Detail detail) {
        trail.moveTo(pool);
        return pick(
                trail,
                trail.untried(
                        place -> up.open(place) && allowed.test(pool.at(place).id())),
                detail);
    }

    /**
     * Chooses this member of the pool, whatever the policy and the member's standing say, as for clients that are stuck to
     * it.
     *
     * @throws IllegalArgumentException when it is no member
     */
    public synchronized Pick.Chosen stay(Trail trail, ServerId server) {
        if (pool.placeOf(server).isEmpty()) {
            throw new IllegalArgumentException(server + " is not in the pool");
        }
        var chosen = new Pick.Chosen(server, new Reason.Stays());
        count(chosen);
        trail.chosen(server);
        return chosen;
    }

    /**
     * The same as {@link #pick}, but among those servers only that somebody else allows, such as circuit breakers or
     * connection limits. A policy that knows one server alone for a request, as HAProxy's hashes without a ring do, refuses
     * it when that is not among them.
     */
    public synchronized Pick pickAmong(Trail trail, Predicate<ServerId> allowed, Detail detail) {
        trail.moveTo(pool);
        return pick(
                trail, place -> up.open(place) && allowed.test(pool.at(place).id()), detail);
    }

    private Pick pick(Trail trail, Candidates candidates, Detail detail) {
        var pick = count(policy.pick(trail, candidates, loads, detail));
        if (pick instanceof Pick.Chosen chosen) {
            trail.chosen(chosen.server());
        }
        return pick;
    }

    /**
     * Chooses for the next attempt of a request the server that it was at last, whatever the policy thinks of it; another
     * when that one may not be asked any more.
     */
    public synchronized Pick again(Trail trail, Detail detail) {
        var tried = trail.tried();
        var last = tried.isEmpty() ? OptionalInt.empty() : pool.placeOf(tried.getLast());
        if (last.isEmpty() || !up.open(last.getAsInt())) {
            return pick(trail, detail);
        }
        var pick = count(new Pick.Chosen(pool.at(last.getAsInt()).id(), new Reason.OnceMore()));
        trail.chosen(pool.at(last.getAsInt()).id());
        return pick;
    }

    private Pick count(Pick pick) {
        if (pick instanceof Pick.Chosen chosen) {
            Objects.requireNonNull(tallies.get(chosen.server())).inFlight++;
        }
        return pick;
    }

    /** An attempt at a server has ended, and the policy learns how. */
    public synchronized void settle(Attempt attempt) {
        release(attempt.server());
        policy.settled(attempt);
    }

    private void release(ServerId server) {
        var tally = tallies.get(server);
        if (tally == null || tally.inFlight == 0) {
            throw new IllegalStateException(server + " has nothing in flight to settle");
        }
        tally.inFlight--;
        if (tally.inFlight == 0 && pool.placeOf(server).isEmpty()) {
            tallies.remove(server);
        }
    }

    /**
     * From now on spreads over this pool; what is in flight stays where it is.
     *
     * @throws IllegalArgumentException when the policy can't work with this pool; then nothing has changed
     */
    public synchronized void use(Pool other) {
        policy.use(other);
        pool = other;
        up = Candidates.upIn(other);
        byPlace = tally(other);
    }

    /**
     * From now on chooses by this policy, which starts afresh.
     *
     * @throws IllegalArgumentException when the policy can't work with the pool; then nothing has changed
     */
    public synchronized void use(Policy other) {
        other.use(pool);
        policy = other;
    }

    /** The pool that requests are spread over. */
    public Pool pool() {
        return pool;
    }

    /** The requests that a server has been given and has not finished; 0 for one never heard of. */
    public synchronized int inFlight(ServerId server) {
        var tally = tallies.get(server);
        return tally == null ? 0 : tally.inFlight;
    }

    private Tally[] tally(Pool members) {
        var present = new Tally[members.size()];
        for (int place = 0; place < present.length; place++) {
            present[place] = tallies.computeIfAbsent(members.at(place).id(), _ -> new Tally());
        }
        tallies.entrySet()
                .removeIf(e -> e.getValue().inFlight == 0
                        && members.placeOf(e.getKey()).isEmpty());
        return present;
    }

    private static final class Tally {
        private int inFlight;
    }
}
