package ringside.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Follows how many requests of the last ten seconds took longer than a limit: p99 is beyond it when over 1 in 100 did. */
final class P99Eye implements Lookout.Eye {
    private static final long SECOND = 1_000_000_000;
    private static final int SECONDS = 10;
    private static final int FEW = 20;

    private final long limitNanos;
    private final Map<Long, Long> arrived = new HashMap<>();
    private final int[] ended = new int[SECONDS];
    private final int[] slow = new int[SECONDS];
    private long newest;
    private int allEnded;
    private int allSlow;
    private boolean beyond;

    P99Eye(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    @Override
    public Optional<Stop.Why> see(Event event) {
        rollTo(event.nanos() / SECOND);
        return switch (event.what()) {
            case Happening.Arrived came -> {
                arrived.put(came.request(), event.nanos());
                yield Optional.empty();
            }
            case Happening.Completed(long request, var _, int _) -> end(request, event.nanos());
            case Happening.Failed(long request, var _, int _) -> end(request, event.nanos());
            case Happening.Refused(long request, var _, int _) -> end(request, event.nanos());
            case Happening.Missed _ -> {
                arrived.clear();
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private void rollTo(long second) {
        for (long from = Math.max(newest + 1, second - SECONDS + 1); from <= second; from++) {
            int place = (int) (from % SECONDS);
            allEnded -= ended[place];
            allSlow -= slow[place];
            ended[place] = 0;
            slow[place] = 0;
        }
        newest = Math.max(newest, second);
    }

    private Optional<Stop.Why> end(long request, long nanos) {
        Long since = arrived.remove(request);
        if (since == null) {
            return Optional.empty();
        }
        int place = (int) (newest % SECONDS);
        ended[place]++;
        allEnded++;
        if (nanos - since > limitNanos) {
            slow[place]++;
            allSlow++;
        }
        boolean before = beyond;
        beyond = allEnded >= FEW && allSlow > allEnded / 100;
        return beyond && !before ? Optional.of(new Stop.Why.P99Passed(limitNanos)) : Optional.empty();
    }
}
