package ringside.world;

import java.util.Arrays;

/**
 * When each request of a run came, and who asked for what, sixteen bytes each: two runs with equal rolls are runs on the same
 * arrivals.
 */
public final class Roll implements Story {
    private static final int FIRST_ROOM = 1024;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] nanos = new long[FIRST_ROOM];
    private long[] asked = new long[FIRST_ROOM];
    private int count;

    @Override
    public void tell(long at, Happening what) {
        if (what instanceof Happening.Arrived arrived) {
            enter(Math.toIntExact(arrived.request() - 1), at, markOf(arrived));
        }
    }

    private void enter(int place, long at, long mark) {
        if (place >= nanos.length) {
            int room = Math.max(place + 1, nanos.length + (nanos.length >> 1));
            nanos = Arrays.copyOf(nanos, room);
            asked = Arrays.copyOf(asked, room);
        }
        nanos[place] = at;
        asked[place] = mark;
        count = Math.max(count, place + 1);
    }

    private static long markOf(Happening.Arrived request) {
        long mark = request.client().hashCode();
        mark = mark * SPREAD + request.key().hashCode();
        mark = mark * SPREAD + request.path().hashCode();
        return mark * SPREAD + request.method().hashCode();
    }

    /** How many requests came; they are numbered from 1. */
    public int count() {
        return count;
    }

    /** When a request came, in nanoseconds since the beginning. @throws IndexOutOfBoundsException when it never did */
    public long nanos(int request) {
        if (request > count) {
            throw new IndexOutOfBoundsException("request " + request + " of " + count);
        }
        return nanos[request - 1];
    }

    /** The first request that is not the same in both; one more than {@link #count} when all are. */
    int firstUnlike(Roll other) {
        int both = Math.min(count, other.count);
        for (int i = 0; i < both; i++) {
            if (nanos[i] != other.nanos[i] || asked[i] != other.asked[i]) {
                return i + 1;
            }
        }
        return both + 1;
    }
}
