package ringside.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Points on a ring, clockwise, in arrays: where each lies, and the place in the pool of the server whose it is. */
final class RingPoints {
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

    private static final long[] ALL_ZERO = {};

    /** The place of a member that is no more. */
    static final int GONE = -1;

    private final Pool pool;
    private final long[] highs;
    private final long[] lows;
    private final int[] owners;

    private RingPoints(Pool pool, long[] highs, long[] lows, int[] owners) {
        this.pool = pool;
        this.highs = highs;
        this.lows = lows;
        this.owners = owners;
    }

    /** These points, given in any order, each of a member of the pool. */
    static RingPoints of(Pool pool, List<RingPolicy.Point> points) {
        var sorted = clockwise(points);
        long[] lows = sorted.stream().mapToLong(p -> p.position().low()).toArray();
        return new RingPoints(
                pool,
                sorted.stream().mapToLong(p -> p.position().high()).toArray(),
                Arrays.stream(lows).allMatch(low -> low == 0) ? ALL_ZERO : lows,
                sorted.stream()
                        .mapToInt(p -> pool.placeOf(p.server()).orElseThrow())
                        .toArray());
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

    /**
     * These as points of another pool, and points of that pool with them.
     *
     * @param places where each member of this pool is in the other, or {@link #GONE}
     */
    RingPoints movedTo(int[] places, RingPoints others) {
        int kept = 0;
        for (int owner : owners) {
            kept += places[owner] == GONE ? 0 : 1;
        }
        var both = blank(others.pool, kept + others.size(), lows.length + others.lows.length > 0);
        int theirs = 0;
        int at = 0;
        for (int mine = 0; mine < owners.length; mine++) {
            if (places[owners[mine]] != GONE) {
                while (theirs < others.size() && others.liesBefore(theirs, this, mine)) {
                    both.put(at++, others, theirs, others.owners[theirs]);
                    theirs++;
                }
                both.put(at++, this, mine, places[owners[mine]]);
            }
        }
        while (theirs < others.size()) {
            both.put(at++, others, theirs, others.owners[theirs]);
            theirs++;
        }
        return both;
    }

    private static RingPoints blank(Pool pool, int size, boolean withLows) {
        return new RingPoints(pool, new long[size], withLows ? new long[size] : ALL_ZERO, new int[size]);
    }

    private void put(int index, RingPoints from, int at, int owner) {
        highs[index] = from.highs[at];
        if (lows.length > 0) {
            lows[index] = from.low(at);
        }
        owners[index] = owner;
    }

    private boolean liesBefore(int index, RingPoints others, int at) {
        if (highs[index] == others.highs[at] && low(index) == others.low(at)) {
            return server(index).compareTo(others.server(at)) < 0;
        }
        return liesBefore(index, others.highs[at], others.low(at));
    }

    /** Whether a point lies before a position. */
    boolean liesBefore(int index, long high, long low) {
        return highs[index] == high
                ? Long.compareUnsigned(low(index), low) < 0
                : Long.compareUnsigned(highs[index], high) < 0;
    }

    private long low(int index) {
        return lows.length == 0 ? 0 : lows[index];
    }

    int size() {
        return owners.length;
    }

    /** The more significant half of a point's position. */
    long high(int index) {
        return highs[index];
    }

    /** The place in the pool of the server that a point belongs to. */
    int owner(int index) {
        return owners[index];
    }

    /** The server that a point belongs to. */
    ServerId server(int index) {
        return pool.at(owners[index]).id();
    }

    /** Where a point lies. */
    Position position(int index) {
        return new Position(highs[index], low(index));
    }

    /** All of them. */
    Stream<RingPolicy.Point> all() {
        return IntStream.range(0, size()).mapToObj(i -> new RingPolicy.Point(position(i), server(i)));
    }
}
