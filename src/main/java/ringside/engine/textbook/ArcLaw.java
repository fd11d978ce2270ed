package ringside.engine.textbook;

import java.util.List;
import java.util.function.Supplier;
import ringside.engine.Member;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.RingPolicy;

/** How many keys move between two rings, arc by arc: for rings whose points do not tell it by their number. */
final class ArcLaw implements RemapLaw {
    private final Supplier<RingPolicy> maker;

    /** The law of rings that are made so. */
    ArcLaw(Supplier<RingPolicy> maker) {
        this.maker = maker;
    }

    @Override
    public double moves(Pool before, Pool after) {
        var old = ends(before);
        var now = ends(after);
        return old.isEmpty() || now.isEmpty() ? (old.isEmpty() && now.isEmpty() ? 0 : 1) : moved(old, now);
    }

    private List<RingPolicy.Point> ends(Pool pool) {
        var ring = maker.get();
        ring.use(pool);
        return ring.ends(id -> pool.placeOf(id).stream().mapToObj(pool::at).anyMatch(Member::open));
    }

    /** Goes round once, from each end of an arc on either ring to the next. */
    private static double moved(List<RingPolicy.Point> old, List<RingPolicy.Point> now) {
        double moved = 0;
        var from = later(old.getLast().position(), now.getLast().position());
        for (int i = 0, j = 0; i < old.size() || j < now.size(); ) {
            var oldEnd = old.get(i % old.size());
            var nowEnd = now.get(j % now.size());
            boolean oldNext =
                    j == now.size() || (i < old.size() && oldEnd.position().compareTo(nowEnd.position()) <= 0);
            var to = oldNext ? oldEnd.position() : nowEnd.position();
            moved += oldEnd.server().equals(nowEnd.server()) ? 0 : Position.arc(from, to);
            i += oldNext ? 1 : 0;
            j += oldNext ? 0 : 1;
            from = to;
        }
        return moved;
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
