package ringside.engine.member;

import java.util.HashMap;
import java.util.Map;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.Ramp;
import ringside.engine.ServerId;
import ringside.engine.Standing;

/**
 * Gives servers that came up a part of their weight that grows, whatever the policy. For one thread at a time.
 *
 * <p>It changes whole weights, so a policy without weights knows nothing of it, and a weight of 1 can't be less: a pool in
 * which servers are to start slowly has weights of 10, or of 100.
 */
public final class Warming {
    private static final long MILLISECOND = 1_000_000;

    private final Ramp ramp;
    private final Map<ServerId, Long> upSince = new HashMap<>();
    private Pool pool = Pool.EMPTY;
    private Pool warmed = Pool.EMPTY;

    /** One that has seen nobody. */
    public Warming(Ramp ramp) {
        this.ramp = ramp;
    }

    /**
     * The pool is this now. Those of the first pool are warm; those who join later or come up again start slowly.
     *
     * @param now the time in nanoseconds, never before that of the last call
     * @return the pool with the weights that they have now
     */
    public Pool use(Pool other, long now) {
        upSince.keySet().removeIf(id -> !isUp(other, id));
        if (pool.size() > 0) {
            other.members().stream()
                    .filter(member -> isUp(other, member.id()) && !isUp(pool, member.id()))
                    .forEach(member -> upSince.put(member.id(), now));
        }
        pool = other;
        warmed = other;
        return at(now);
    }

    private static boolean isUp(Pool pool, ServerId id) {
        var place = pool.placeOf(id);
        return place.isPresent() && pool.at(place.getAsInt()).standing() == Standing.UP;
    }

    /** The pool with the weights that they have now; the same object as before when none has changed since. */
    public Pool at(long now) {
        upSince.values().removeIf(since -> ramp.over((now - since) / MILLISECOND));
        var next = pool.change(member -> weighed(member, now));
        if (!next.members().equals(warmed.members())) {
            warmed = next;
        }
        return warmed;
    }

    private Member weighed(Member member, long now) {
        var since = upSince.get(member.id());
        return since == null ? member : member.weighing(ramp.of(member.weight(), (now - since) / MILLISECOND));
    }

    /** Whether anybody is still starting. */
    public boolean warming() {
        return !upSince.isEmpty();
    }
}
