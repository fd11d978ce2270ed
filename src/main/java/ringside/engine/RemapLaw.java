package ringside.engine;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What theory expects of a keyed policy: the fraction of keys that change owner when its pool changes. */
@FunctionalInterface
public interface RemapLaw {
    /** The expected fraction, 0 to 1, for keys spread evenly by their hash; only members that are up own keys. */
    double moves(Pool before, Pool after);

    /**
     * The law of the remainder: with n servers before, m after, and newcomers and leavers at the end, a key stays when
     * its hash has the same remainder by both, so {@code 1 - min(n, m) / lcm(n, m)} of the keys move.
     *
     * <p>In general a server that was number i and is now number j keeps one key in {@code lcm(n, m)} if i and j are
     * congruent modulo {@code gcd(n, m)}, and none otherwise (the Chinese remainder theorem).
     */
    static RemapLaw ofRemainder() {
        return (before, after) -> {
            var old = openIn(before);
            var now = openIn(after);
            if (old.isEmpty() || now.isEmpty()) {
                return old.isEmpty() && now.isEmpty() ? 0 : 1;
            }
            int divisor = gcd(old.size(), now.size());
            double cases = (double) old.size() / divisor * now.size();
            long kept = 0;
            for (int place = 0; place < old.size(); place++) {
                int next = now.indexOf(old.get(place));
                if (next >= 0 && (place - next) % divisor == 0) {
                    kept++;
                }
            }
            return 1 - kept / cases;
        };
    }

    /**
     * The law of the ring: a key moves when the first point after it, of all points before and after, has gone or is
     * new; removing servers moves their share of the points, adding servers moves the share they will have.
     *
     * <p>When a server's own points become fewer or more, some of those keys find their next point to be that server's
     * again; the law counts them as staying.
     *
     * @param points how many points a member has
     */
    static RemapLaw ofShare(ToIntFunction<Member> points) {
        return ofShareIn(_ -> points);
    }

    /**
     * The same of a ring on which a member's points depend on who else is there, so that keys of others move too.
     *
     * @param points how many points a member of a pool has
     */
    static RemapLaw ofShareIn(Function<Pool, ToIntFunction<Member>> points) {
        return (before, after) -> {
            var inOld = points.apply(before);
            var inNow = points.apply(after);
            double old = sum(before, inOld);
            double now = sum(after, inNow);
            if (old == 0 || now == 0) {
                return old == now ? 0 : 1;
            }
            double union = 0;
            double stays = 0;
            for (var id : Stream.concat(ids(before), ids(after)).distinct().toList()) {
                double was = pointsOf(id, before, inOld);
                double is = pointsOf(id, after, inNow);
                union += Math.max(was, is);
                stays += Math.min(was, is) + Math.max(0, was - is) * is / now + Math.max(0, is - was) * was / old;
            }
            return 1 - stays / union;
        };
    }

    private static List<ServerId> openIn(Pool pool) {
        return ids(pool).toList();
    }

    private static Stream<ServerId> ids(Pool pool) {
        return pool.members().stream().filter(Member::open).map(Member::id);
    }

    private static double sum(Pool pool, ToIntFunction<Member> points) {
        return pool.members().stream()
                .filter(Member::open)
                .mapToInt(points)
                .asLongStream()
                .sum();
    }

    private static double pointsOf(ServerId id, Pool pool, ToIntFunction<Member> points) {
        var place = pool.placeOf(id);
        return place.isPresent() && pool.at(place.getAsInt()).open() ? points.applyAsInt(pool.at(place.getAsInt())) : 0;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
