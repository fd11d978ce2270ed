package ringside.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The points of a pool's servers in the order in which they lie on a ring, and the walk from a key to its owner. */
public final class SortedRing {
    /*
     * The positions lie in arrays of their own, because a search that follows a reference at each step waits for memory
     * at each step. Two servers' points may fall on one position: the name decides, not the place in the pool, for a
     * place changes when others leave, and then keys would move between servers that stay.
     *
     * Sorting a million objects takes more than a second, sorting a million numbers a tenth of that. So each point is
     * first sorted as one number, its position with its index in place of the last bits. Numbers are sorted as signed,
     * so the second half of the ring comes first; the exact sort then merges two runs that are all but in order.
     */
    private static final Comparator<RingPolicy.Point> CLOCKWISE =
            Comparator.comparing(RingPolicy.Point::position).thenComparing(RingPolicy.Point::server);

    private final Pool pool;
    private final List<RingPolicy.Point> points;
    private final long[] highs;
    private final long[] lows;
    private final int[] owners;

    /** A ring of these points, given in any order, each of a member of the pool. */
    public SortedRing(Pool pool, List<RingPolicy.Point> points) {
        this.pool = pool;
        this.points = clockwise(List.copyOf(points));
        highs = this.points.stream().mapToLong(p -> p.position().high()).toArray();
        lows = this.points.stream().mapToLong(p -> p.position().low()).toArray();
        owners = this.points.stream()
                .mapToInt(p -> pool.placeOf(p.server()).orElseThrow())
                .toArray();
    }

    private static List<RingPolicy.Point> clockwise(List<RingPolicy.Point> points) {
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(points.size());
        long indexMask = (1L << indexBits) - 1;
        long[] coarse = new long[points.size()];
        Arrays.setAll(coarse, i -> (points.get(i).position().high() & ~indexMask) | i);
        Arrays.sort(coarse);
        return Arrays.stream(coarse)
                .mapToObj(number -> points.get((int) (number & indexMask)))
                .sorted(CLOCKWISE)
                .toList();
    }

    /** The points clockwise from twelve o'clock. */
    public List<RingPolicy.Point> points() {
        return points;
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
        for (int step = 0; step < owners.length; step++) {
            int owner = owners[wrap(start + step)];
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
            passed.add(points.get(wrap(start + step)).server());
        }
        return new Reason.Walk(key, from, points.get(wrap(start + steps)).position(), List.copyOf(passed));
    }

    private int wrap(int index) {
        return index < owners.length ? index : index - owners.length;
    }

    /**
     * The place in the pool of the server whose point has this index.
     *
     * @param index from 0, clockwise from twelve o'clock and, past the last point, round again; there must be points
     */
    public int placeAt(int index) {
        return owners[index < owners.length ? index : index % owners.length];
    }

    /**
     * The index of the first point at or after a position; the number of points when there is none before twelve o'clock.
     *
     * @param high the more significant half of the position
     * @param low its other half
     */
    public int atOrAfter(long high, long low) {
        int from = 0;
        int to = highs.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (liesBefore(middle, high, low)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean liesBefore(int index, long high, long low) {
        int byHigh = Long.compareUnsigned(highs[index], high);
        return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(lows[index], low) < 0);
    }
}
