package ringside.engine.textbook;

import java.util.List;
import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Member;
import ringside.engine.Pick;
import ringside.engine.Policies;
import ringside.engine.PolicyOption;
import ringside.engine.Pool;
import ringside.engine.Position;
import ringside.engine.Reason;
import ringside.engine.RemapLaw;
import ringside.engine.Request;
import ringside.engine.RingPolicy;

/** Gives each key to the first server clockwise on a ring that has not more than its share of all requests in flight. */
public final class BoundedLoadRing implements RingPolicy {
    /*
     * Consistent hashing with bounded loads (Mirrokni, Thorup and Zadimoghaddam 2016). With m requests in flight, this one
     * counted, and a capacity of c, nobody has more than c * m times its share by weight, rounded up; the walk goes on
     * past those who have it. There is always room, because the caps together are c * m at least, and c is 1 or more. A
     * hot key spills over to the servers that follow on the ring, and comes back when the load is gone.
     *
     * The smaller c, the more even, and the more keys are away from home. The trap is a quiet day: with two requests in
     * flight caps are one or two, and even lukewarm keys wander.
     */
    private static final PolicyOption.Whole CAPACITY = new PolicyOption.Whole(
            "capacity", "the most load a server may have, as a percentage of its fair share", 100, 1000, 125);

    /** Its place in the catalogue; the key alone decides as long as nobody is busy. */
    public static final Policies.Entry ENTRY = new Policies.Entry(
            "textbook/bounded-load-ring",
            "Gives each key to the first server clockwise on a ring that has not more than its share of all requests in"
                    + " flight.",
            List.of(VirtualNodeRing.POINTS, CAPACITY),
            RemapLaw.ofShare(Member::weight),
            choice -> new BoundedLoadRing(VirtualNodeRing.POINTS.of(choice), CAPACITY.of(choice)));

    private final VirtualNodeRing ring;
    private final int capacity;
    private final Room room = new Room();
    private Pool pool = Pool.EMPTY;

    /** A ring with this many points for each unit of weight, 1 to 1000, and caps of this percentage, 100 or more. */
    public BoundedLoadRing(int pointsPerWeight, int capacity) {
        this.ring = new VirtualNodeRing(pointsPerWeight);
        this.capacity = capacity;
    }

    /** {@inheritDoc} A ring may have {@value VirtualNodeRing#MOST_POINTS} points. */
    @Override
    public void use(Pool other) {
        ring.use(other);
        pool = other;
    }

    @Override
    public Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        room.measure(candidates, loads);
        var pick = ring.pick(request, room, loads, detail);
        return pick instanceof Pick.Chosen(var server, Reason.Walk walk)
                ? new Pick.Chosen(server, room.why(walk))
                : pick;
    }

    @Override
    public List<Point> points() {
        return ring.points();
    }

    @Override
    public Position positionOf(String key) {
        return ring.positionOf(key);
    }

    /** The candidates that have room for one more. */
    private final class Room implements Candidates {
        private Candidates candidates = _ -> false;
        private Loads loads = Loads.IDLE;
        private long requests;
        private long weights;

        void measure(Candidates some, Loads busy) {
            candidates = some;
            loads = busy;
            requests = 1;
            weights = 0;
            for (int place = 0; place < pool.size(); place++) {
                if (some.open(place)) {
                    requests += busy.inFlight(place);
                    weights += pool.at(place).weight();
                }
            }
        }

        long cap(int place) {
            return Math.ceilDiv(capacity * requests * pool.at(place).weight(), 100 * weights);
        }

        @Override
        public boolean open(int place) {
            return candidates.open(place) && loads.inFlight(place) < cap(place);
        }

        /** The walk, with those it passed because they have their share. */
        Reason why(Reason.Walk walk) {
            var full = walk.passed().stream()
                    .mapToInt(server -> pool.placeOf(server).orElseThrow())
                    .filter(candidates::open)
                    .mapToObj(place -> new TextbookReason.Full(pool.at(place).id(), loads.inFlight(place), cap(place)))
                    .toList();
            return full.isEmpty() ? walk : new TextbookReason.BoundedWalk(walk, full);
        }
    }
}
