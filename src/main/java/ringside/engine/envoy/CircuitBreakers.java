package ringside.engine.envoy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ringside.engine.guard.RetryShare;

/**
 * How much of everything one priority of a cluster may have at once: what Envoy calls circuit breakers. For one thread at a
 * time.
 */
public final class CircuitBreakers {
    /*
     * They are bounds and nothing else: unlike the breaker of the textbooks they don't look at failures and don't stay
     * open, but let in the next one as soon as there is room. What is let in is given back exactly once.
     */

    /** What is bounded. */
    public enum Resource {
        CONNECTIONS,
        /** Requests that wait for a connection. */
        PENDING,
        /** Requests that have one. */
        REQUESTS,
        RETRIES
    }

    /**
     * How much of everything there may be.
     *
     * @param connections made
     * @param pending requests that wait
     * @param requests that do not
     * @param retries under way, if there is no budget
     * @param budget of retries, which takes the place of a fixed number
     */
    public record Limits(int connections, int pending, int requests, int retries, Optional<RetryShare.Limit> budget) {
        /** What holds when nothing is configured. */
        public static final Limits STANDARD = new Limits(1024, 1024, 1024, 3, Optional.empty());

        public Limits {
            if (connections < 0 || pending < 0 || requests < 0 || retries < 0) {
                throw new IllegalArgumentException("limits are 0 or more, not " + connections + ", " + pending + ", "
                        + requests + " and " + retries);
            }
        }

        /** The same with a budget of retries. */
        public Limits budgeting(RetryShare.Limit other) {
            return new Limits(connections, pending, requests, retries, Optional.of(other));
        }
    }

    /** What they say to one more. */
    public sealed interface Verdict {
        /** There is room, and it is taken. */
        record Admitted() implements Verdict {
            static final Admitted INSTANCE = new Admitted();
        }

        /**
         * There is none.
         *
         * @param resource of what
         * @param most how many there may be
         */
        record Overflow(Resource resource, int most) implements Verdict {}
    }

    private final Limits limits;
    private final Map<Resource, Count> counts = new EnumMap<>(Resource.class);

    /** With nothing taken. */
    public CircuitBreakers(Limits limits) {
        this.limits = limits;
        for (var resource : Resource.values()) {
            counts.put(resource, new Count());
        }
    }

    /** One more is wanted. */
    public Verdict take(Resource resource) {
        var count = countOf(resource);
        int most = mostOf(resource);
        if (count.taken >= most) {
            return new Verdict.Overflow(resource, most);
        }
        count.taken++;
        return Verdict.Admitted.INSTANCE;
    }

    /**
     * One is given back.
     *
     * @throws IllegalStateException when none is taken
     */
    public void giveBack(Resource resource) {
        var count = countOf(resource);
        if (count.taken == 0) {
            throw new IllegalStateException("nothing is taken of " + resource);
        }
        count.taken--;
    }

    /** How many are taken. */
    public int taken(Resource resource) {
        return countOf(resource).taken;
    }

    private Count countOf(Resource resource) {
        return Objects.requireNonNull(counts.get(resource));
    }

    private int mostOf(Resource resource) {
        return switch (resource) {
            case CONNECTIONS -> limits.connections();
            case PENDING -> limits.pending();
            case REQUESTS -> limits.requests();
            case RETRIES -> mostRetries();
        };
    }

    private int mostRetries() {
        return limits.budget().isEmpty()
                ? limits.retries()
                : limits.budget().get().of(taken(Resource.REQUESTS) + taken(Resource.PENDING));
    }

    private static final class Count {
        private int taken;
    }
}
