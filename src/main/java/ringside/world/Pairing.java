package ringside.world;

import java.util.Arrays;
import java.util.OptionalLong;
import ringside.engine.Ledger;
import ringside.engine.Policies;
import ringside.world.RequestState.Ending;

/** How a second story differs from a first on the same arrivals, request by request. */
public sealed interface Pairing {
    /**
     * The arrivals are identical. Differences are the second's time less the first's, so a negative one is a gain; they are
     * taken of the requests that were answered in both.
     *
     * @param requests how many came
     * @param answered how many of these were answered in both
     * @param faster how many of those were answered sooner in the second
     * @param slower how many later
     * @param medianNanos the middle difference, 0 of none
     * @param meanNanos the mean difference
     * @param movedKeys of the first 1000 keys, how many have another owner at the end; empty when more than the key decides
     */
    record Paired(
            long requests,
            long answered,
            long faster,
            long slower,
            long medianNanos,
            Estimate meanNanos,
            OptionalLong movedKeys)
            implements Pairing {}

    /**
     * The arrivals are not the same, so no request of the one can be set beside one of the other.
     *
     * @param request the number of the first request that differs
     * @param nanos when it came in the one where it came first
     */
    record Unlike(long request, long nanos) implements Pairing {}

    /** One of the two could not be told. */
    record Untold() implements Pairing {}

    /** So many keys are asked for their owners. */
    int LEDGER_KEYS = 1000;

    /** How a second story differs from a first. */
    static Pairing of(Side first, Side second) {
        if (!(first instanceof Side.Told a) || !(second instanceof Side.Told b)) {
            return new Untold();
        }
        int unlike = a.arrivals().firstUnlike(b.arrivals());
        if (unlike <= Math.max(a.arrivals().count(), b.arrivals().count())) {
            return new Unlike(unlike, Math.min(instant(a, unlike), instant(b, unlike)));
        }
        return paired(a, b);
    }

    private static long instant(Side.Told side, int request) {
        return request <= side.arrivals().count() ? side.arrivals().nanos(request) : Long.MAX_VALUE;
    }

    private static Paired paired(Side.Told a, Side.Told b) {
        int requests = a.arrivals().count();
        var differences = new long[requests];
        int answered = 0;
        for (int request = 1; request <= requests; request++) {
            if (answered(a, request) && answered(b, request)) {
                differences[answered++] =
                        b.outcomes().nanos(request) - a.outcomes().nanos(request);
            }
        }
        differences = Arrays.copyOf(differences, answered);
        var mean = Estimate.of(differences);
        Arrays.sort(differences);
        return new Paired(
                requests,
                answered,
                Arrays.stream(differences).filter(d -> d < 0).count(),
                Arrays.stream(differences).filter(d -> d > 0).count(),
                answered == 0 ? 0 : differences[(answered - 1) / 2],
                mean,
                movedKeys(a.ends(), b.ends()));
    }

    private static boolean answered(Side.Told side, int request) {
        return side.outcomes()
                .ending(request)
                .filter(how -> how == Ending.ANSWERED)
                .isPresent();
    }

    private static OptionalLong movedKeys(Scenario a, Scenario b) {
        if (!Policies.keyed(a.policy()) || !Policies.keyed(b.policy())) {
            return OptionalLong.empty();
        }
        var here = owners(a, a).entries();
        var there = owners(b, a).entries();
        long moved = 0;
        for (int i = 0; i < here.size(); i++) {
            moved += here.get(i).after().equals(there.get(i).after()) ? 0 : 1;
        }
        return OptionalLong.of(moved);
    }

    private static Ledger owners(Scenario of, Scenario asked) {
        var pool = of.pool(_ -> true);
        return Ledger.of(of.policy(), pool, pool, asked.traffic().keys().first(LEDGER_KEYS));
    }
}
