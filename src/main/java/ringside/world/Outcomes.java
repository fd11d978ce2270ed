package ringside.world;

import java.util.Arrays;
import java.util.Optional;
import ringside.world.RequestState.Ending;

/**
 * How each request of a run ended and how long it took, nine bytes each. In two runs on identical arrivals the requests with
 * the same number are the same request, so they can be compared one by one.
 */
public final class Outcomes {
    private static final int FIRST_ROOM = 1024;

    private long[] nanos = new long[FIRST_ROOM];
    private byte[] endings = new byte[FIRST_ROOM];
    private int count;

    /** The highest number of a request that has ended; numbers count from 1. */
    public int last() {
        return count;
    }

    /** How a request ended, if it did. */
    public Optional<Ending> ending(int request) {
        return request < 1 || request > count || endings[request - 1] == 0
                ? Optional.empty()
                : Optional.of(
                        switch (endings[request - 1]) {
                            case 1 -> Ending.ANSWERED;
                            case 2 -> Ending.FAILED;
                            case 3 -> Ending.TIMED_OUT;
                            default -> Ending.REFUSED;
                        });
    }

    /** How long a request took until it ended, in nanoseconds; 0 when it did not. */
    public long nanos(int request) {
        return request < 1 || request > count ? 0 : nanos[request - 1];
    }

    /** A request has ended. @throws ArithmeticException beyond 2 147 483 647 requests */
    void end(long request, long tookNanos, Ending how) {
        int place = Math.toIntExact(request - 1);
        if (place >= nanos.length) {
            int room = Math.max(place + 1, nanos.length + (nanos.length >> 1));
            nanos = Arrays.copyOf(nanos, room);
            endings = Arrays.copyOf(endings, room);
        }
        nanos[place] = tookNanos;
        endings[place] = switch (how) {
            case ANSWERED -> 1;
            case FAILED -> 2;
            case TIMED_OUT -> 3;
            case REFUSED -> 4;
        };
        count = Math.max(count, place + 1);
    }
}
