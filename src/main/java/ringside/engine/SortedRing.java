package ringside.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The points of a pool's servers in the order in which they lie on a ring, and the walk from a key to its owner. */
public final class SortedRing {
    /*
     * The ring is cut into about as many equal buckets as there are points, and for each is known where its points begin.
     * On a ring of hashes a bucket then has one point or so, and finding the next one takes two looks at memory, where a
     * binary search among 16 000 points takes fourteen. Where points crowd, the search goes on within the bucket.
     */
    private final Pool pool;
    private final RingPoints points;
    private final int shift;
    private final int[] starts;

    /** A ring of these points, given in any order, each of a member of the pool. */
    public SortedRing(Pool pool, List<RingPolicy.Point> points) {
        this(pool, RingPoints.of(pool, points));
    }

    private SortedRing(Pool pool, RingPoints points) {
        this.pool = pool;
        this.points = points;
        int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(points.size() | 3);
        shift = Long.SIZE - bits;
        starts = starts(1 << bits);
    }

    private int[] starts(int buckets) {
        var found = new int[buckets + 1];
        for (int at = 0; at < points.size(); at++) {
            found[bucket(points.high(at)) + 1] = at + 1;
        }
        for (int bucket = 1; bucket <= buckets; bucket++) {
            found[bucket] = Math.max(found[bucket], found[bucket - 1]);
        }
        return found;
    }

    private int bucket(long high) {
        return (int) (high >>> shift);
    }

    /**
     * The ring of another pool, on which every server that has the same weight as here keeps its points.
     *
     * @param pointsOf the points of a server that comes, which its name and weight alone decide
     */
    public SortedRing changedTo(Pool next, Function<Member, Stream<RingPolicy.Point>> pointsOf) {
        int[] places = new int[pool.size()];
        var stays = new boolean[next.size()];
        for (int here = 0; here < places.length; here++) {
            int there = next.placeOf(pool.at(here).id()).orElse(RingPoints.GONE);
            boolean same = there != RingPoints.GONE
                    && next.at(there).weight() == pool.at(here).weight();
            places[here] = same ? there : RingPoints.GONE;
            if (same) {
                stays[there] = true;
            }
        }
        var come = IntStream.range(0, stays.length)
                .filter(there -> !stays[there])
                .mapToObj(next::at)
                .flatMap(pointsOf)
                .toList();
        return new SortedRing(next, points.movedTo(places, RingPoints.of(next, come)));
    }

    /** The points clockwise from twelve o'clock. */
    public List<RingPolicy.Point> points() {
        return points.all().toList();
    }

    /**
     * Walks clockwise from a key's position to the first point at or after it whose server is a candidate, past twelve
     * o'clock if need be.
     *
     * @param key the key, for the reason
     * @param high the more significant half of the key's position
     * @param low its other half
     */
    public Pick pick(String key, long high, long low, Candidates candidates, Detail detail) {
        int start = atOrAfter(high, low);
        for (int step = 0; step < points.size(); step++) {
            int owner = points.owner(wrap(start + step));
            if (candidates.open(owner)) {
                return switch (detail) {
                    case PLAIN -> pool.chosen(owner);
                    case REASONED -> {
                        var from = new Position(high, low);
                        yield new Pick.Chosen(pool.at(owner).id(), walk(key, from, start, step));
                    }
                };
            }
        }
        return pool.nobody();
    }

    private Reason.Walk walk(String key, Position from, int start, int steps) {
        var passed = new LinkedHashSet<ServerId>();
        for (int step = 0; step < steps; step++) {
            passed.add(points.server(wrap(start + step)));
        }
        return new Reason.Walk(key, from, points.position(wrap(start + steps)), List.copyOf(passed));
    }

    private int wrap(int index) {
        return index < points.size() ? index : index - points.size();
    }

    /** How many points there are. */
    public int size() {
        return points.size();
    }

    /**
     * The place in the pool of the server whose point has this index.
     *
     * @param index from 0, clockwise from twelve o'clock and, past the last point, round again; there must be points
     */
    public int placeAt(int index) {
        return points.owner(index < points.size() ? index : index % points.size());
    }

    /** The point that has this index, counted alike. */
    public RingPolicy.Point pointAt(int index) {
        int at = index % points.size();
        return new RingPolicy.Point(points.position(at), points.server(at));
    }

    /**
     * The index of the first point at or after a position; the number of points when there is none before twelve o'clock.
     *
     * @param high the more significant half of the position
     * @param low its other half
     */
    public int atOrAfter(long high, long low) {
        int from = starts[bucket(high)];
        int to = starts[bucket(high) + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (points.liesBefore(middle, high, low)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
