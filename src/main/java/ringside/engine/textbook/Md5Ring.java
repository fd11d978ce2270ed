package ringside.engine.textbook;

import java.util.List;
import java.util.stream.Stream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.SortedRing;
import ringside.engine.hash.Md5;
import ringside.engine.hash.Utf8;

/** Gives each key to the first server clockwise on a ring of MD5 hashes, one point a server. */
public final class Md5Ring implements RingPolicy {
    /*
     * The ring as courses draw it, after Karger et al. 1997: servers and keys are hashed onto one circle, and a key
     * belongs to the first server at or after it. When a server leaves, its keys go to the next one and no other key
     * moves.
     *
     * The trap is the one point a server: chance cuts the circle into uneven arcs. With three servers the largest is
     * expected to be 61 %, the smallest 11 %, and a leaver's whole load falls on a single neighbour. Weights have no
     * effect. Virtual nodes mend all three.
     */

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/md5-ring",
            "Gives each key to the first server clockwise on a ring of MD5 hashes, one point a server.",
            List.of(),
            RemapLaw.ofShare(_ -> 1),
            _ -> new Md5Ring());

    private final Utf8 utf8 = new Utf8();
    private final Md5 md5 = new Md5();
    private SortedRing ring = new SortedRing(Pool.EMPTY, List.of());

    @Override
    public void use(Pool pool) {
        ring = ring.changedTo(pool, m -> Stream.of(new Point(positionOf(m.id().name()), m.id())));
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        md5.digest(utf8.hold(request.key()));
        return ring.pick(request.key(), md5.high(), md5.low(), candidates, detail);
    }

    @Override
    public List<Point> points() {
        return ring.points();
    }

    @Override
    public Position positionOf(String key) {
        md5.digest(utf8.hold(key));
        return new Position(md5.high(), md5.low());
    }
}
