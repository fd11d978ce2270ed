package ringside.engine.textbook;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.RemapLaw;
import ringside.engine.Request;
import ringside.engine.RingPolicy;
import ringside.engine.SortedRing;

/** Gives each key to the first server clockwise on a ring where every server has many points, by its weight. */
public final class VirtualNodeRing implements RingPolicy {
    /*
     * Virtual nodes (Chord, Stoica et al. 2001; Dynamo, DeCandia et al. 2007): a server stands on the ring many times,
     * so chance evens out. With V points each, a server's share strays from the fair one by about 1 / sqrt(V): 100
     * points, 10 %. A leaver's keys scatter over all who stay. Twice the weight is twice the points, and since point i of
     * a server is the hash of "name#i" whatever the others do, raising one weight only adds points.
     *
     * The trap is the price of evenness: halving the unevenness takes four times the points, and all of them are hashed
     * and sorted at the start, and moved over at each change of the pool.
     */

    /** The most points a ring may have: laying them takes half a second and 100 MB. */
    public static final int MOST_POINTS = 1_000_000;

    /** How many points a ring lays. */
    static final PolicyOption.Whole POINTS =
            new PolicyOption.Whole("points", "points on the ring for each unit of weight", 1, 1000, 100);

    /** Its place in the catalogue. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/ring",
            "Gives each key to the first server clockwise on a ring where every server has many points, by its weight.",
            List.of(POINTS),
            RemapLaw.ofShare(Member::weight),
            choice -> new VirtualNodeRing(POINTS.of(choice)));

    private final int pointsPerWeight;
    private final TextHash hash = new TextHash();
    private SortedRing ring = new SortedRing(Pool.EMPTY, List.of());

    /** A ring with this many points for each unit of weight, 1 to 1000. */
    public VirtualNodeRing(int pointsPerWeight) {
        this.pointsPerWeight = pointsPerWeight;
    }

    /** {@inheritDoc} A ring may have {@value #MOST_POINTS} points. */
    @Override
    public void use(Pool pool) {
        long points = pool.members().stream().mapToLong(Member::weight).sum() * pointsPerWeight;
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("a ring has at most " + MOST_POINTS + " points, not " + points
                    + ": give the servers smaller weights, or fewer points to each unit of weight");
        }
        ring = ring.changedTo(pool, this::pointsOf);
    }

    private Stream<Point> pointsOf(Member member) {
        return IntStream.range(0, member.weight() * pointsPerWeight)
                .mapToObj(i -> new Point(positionOf(member.id() + "#" + i), member.id()));
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        long high = (long) hash.of(request.key()) << 32;
        return ring.pick(request.key(), high, 0, candidates, detail);
    }

    @Override
    public List<Point> points() {
        return ring.points();
    }

    @Override
    public Position positionOf(String key) {
        return Position.ofInt(hash.of(key));
    }
}
