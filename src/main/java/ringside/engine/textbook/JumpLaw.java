package ringside.engine.textbook;

import java.util.HashMap;
import java.util.List;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.RemapLaw;
import ringside.engine.ServerId;

/** How many keys a change of the pool moves when servers are the numbered buckets of jump hash. */
final class JumpLaw implements RemapLaw {
    /*
     * Of n buckets and m, n being fewer, a key in bucket i of n stays there with chance n / m, or is in each of the new
     * ones with chance 1 / m. So a server that is bucket i of the fewer and j of the more has 1 / m of all keys both
     * times if i is j, 1 / (n m) if j is one of the new ones, and none otherwise.
     */
    private static final int GONE = -1;

    @Override
    public double moves(Pool before, Pool after) {
        var old = openIn(before);
        var now = openIn(after);
        if (old.isEmpty() || now.isEmpty()) {
            return old.isEmpty() && now.isEmpty() ? 0 : 1;
        }
        var bucketNow = new HashMap<ServerId, Integer>();
        now.forEach(id -> bucketNow.put(id, bucketNow.size()));
        double stays = 0;
        for (int bucket = 0; bucket < old.size(); bucket++) {
            int next = bucketNow.getOrDefault(old.get(bucket), GONE);
            stays += next == GONE ? 0 : both(bucket, next, old.size(), now.size());
        }
        return 1 - stays;
    }

    private static double both(int bucketOld, int bucketNow, int old, int now) {
        if (Math.max(bucketOld, bucketNow) >= Math.min(old, now)) {
            return 1.0 / old / now;
        }
        return bucketOld == bucketNow ? 1.0 / Math.max(old, now) : 0;
    }

    private static List<ServerId> openIn(Pool pool) {
        return pool.members().stream().filter(Member::open).map(Member::id).toList();
    }
}
