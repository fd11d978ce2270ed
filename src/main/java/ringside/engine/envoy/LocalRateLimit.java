package ringside.engine.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ringside.engine.limit.RefilledBucket;
import ringside.engine.limit.Verdict;

/** One bucket of tokens for all requests, and others for those that a descriptor describes. For one thread at a time. */
public final class LocalRateLimit {
    /*
     * The form with a timer, as read in the source: a request needs one token, of the strictest bucket whose descriptor
     * matches or else of the one for all. Newer releases fill buckets continuously [not verified].
     */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    /**
     * How a bucket is filled.
     *
     * @param maxTokens how many it holds, which it starts with
     * @param tokensPerFill how many come each time
     * @param fillInterval from one time to the next, 50 ms or more
     */
    public record Bucket(int maxTokens, int tokensPerFill, Duration fillInterval) {
        public Bucket {
            if (fillInterval.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "a fill interval is 50 ms or more, not " + fillInterval.toMillis() + " ms");
            }
        }

        private double perSecond() {
            return tokensPerFill * 1e9 / fillInterval.toNanos();
        }

        private RefilledBucket full() {
            return new RefilledBucket(maxTokens, tokensPerFill, fillInterval);
        }
    }

    /**
     * A bucket for the requests of which all of this is said.
     *
     * @param entries such as {@code client} to {@code free}
     */
    public record Descriptor(Map<String, String> entries, Bucket bucket) {
        public Descriptor {
            entries = Map.copyOf(entries);
        }
    }

    private record Limit(Map<String, String> entries, RefilledBucket bucket) {}

    private final List<Limit> strictestFirst = new ArrayList<>();
    private final RefilledBucket rest;

    /** Full buckets. */
    public LocalRateLimit(Bucket forAll, List<Descriptor> descriptors) {
        rest = forAll.full();
        descriptors.stream()
                .sorted(Comparator.comparingDouble(
                        descriptor -> descriptor.bucket().perSecond()))
                .forEach(each -> strictestFirst.add(
                        new Limit(each.entries(), each.bucket().full())));
    }

    /**
     * A request asks to pass.
     *
     * @param entries what is said of it, all of it one descriptor
     * @param now the time in nanoseconds, never before that of the last request
     */
    public Verdict admit(Map<String, String> entries, long now) {
        for (var limit : strictestFirst) {
            if (limit.entries().equals(entries)) {
                return limit.bucket().admit(now);
            }
        }
        return rest.admit(now);
    }
}
