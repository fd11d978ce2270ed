package ringside.net;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;
import ringside.world.LoadFigures;
import ringside.world.LoadFigures.Percentiles;
import ringside.world.Scenario;

/** Writes down how the world's own requests fared; many threads write without waiting for each other. */
final class LoadRecord {
    /*
     * Two readings of the same requests. The corrected one counts from the moment that a request was meant for, so that a
     * standstill shows in every request that it made late (Gil Tene's "coordinated omission"). The other counts from the
     * moment that it was sent and knows nothing of those that were given up or never sent: what a closed-loop tool reports.
     */
    private static final long LONGEST_MICROS = Duration.ofHours(2).toNanos() / 1000;

    private final Recorder corrected = new Recorder(LONGEST_MICROS, 3);
    private final Recorder claimed = new Recorder(LONGEST_MICROS, 3);
    private final AtomicLong dropped = new AtomicLong();
    private final Map<ServerId, LongAdder> answers = new ConcurrentHashMap<>();
    private final AtomicLong gaveUp = new AtomicLong();
    private Histogram correctedSoFar = new Histogram(LONGEST_MICROS, 3);
    private @Nullable Histogram spareCorrected;
    private @Nullable Histogram spareClaimed;
    private Histogram claimedSoFar = new Histogram(LONGEST_MICROS, 3);

    /** A request has ended just now that was meant for one moment and sent at another, of the system's nanoseconds. */
    void ended(long meantNanos, long sentNanos) {
        long now = System.nanoTime();
        corrected.recordValue(micros(now - meantNanos));
        claimed.recordValue(micros(now - sentNanos));
    }

    /** An answer came from this server; of more names than a pool can have, the rest is not counted. */
    void answered(ServerId by) {
        var count = answers.get(by);
        if (count == null && answers.size() < Scenario.MOST_SERVERS) {
            count = answers.computeIfAbsent(by, _ -> new LongAdder());
        }
        if (count != null) {
            count.increment();
        }
    }

    /** A request has been given up just now. */
    void gaveUp(long meantNanos) {
        corrected.recordValue(micros(System.nanoTime() - meantNanos));
        gaveUp.incrementAndGet();
    }

    /** So many were not made at their moment: how many by now. */
    long dropped(long more) {
        return dropped.addAndGet(more);
    }

    private static long micros(long nanos) {
        return Math.clamp(nanos / 1000, 0, LONGEST_MICROS);
    }

    /** Begins anew. */
    synchronized void clear() {
        corrected.reset();
        claimed.reset();
        dropped.set(0);
        gaveUp.set(0);
        answers.clear();
        correctedSoFar = new Histogram(LONGEST_MICROS, 3);
        claimedSoFar = new Histogram(LONGEST_MICROS, 3);
    }

    /** What has been written down since it began. */
    synchronized LoadFigures read() {
        spareCorrected = corrected.getIntervalHistogram(spareCorrected);
        spareClaimed = claimed.getIntervalHistogram(spareClaimed);
        correctedSoFar.add(spareCorrected);
        claimedSoFar.add(spareClaimed);
        long left = dropped.get();
        return new LoadFigures(
                correctedSoFar.getTotalCount(),
                left,
                gaveUp.get(),
                percentiles(correctedSoFar, left),
                percentiles(claimedSoFar, 0),
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().sum())));
    }

    private static Percentiles percentiles(Histogram of, long endless) {
        return new Percentiles(at(of, endless, 50), at(of, endless, 90), at(of, endless, 99));
    }

    /** The nanoseconds at a percentile of those counted and of so many more that took longer than any. */
    private static long at(Histogram of, long endless, int percent) {
        long counted = of.getTotalCount();
        long rank = Math.ceilDiv((counted + endless) * percent, 100);
        if (rank == 0) {
            return 0;
        }
        return rank > counted ? LoadFigures.NEVER : of.getValueAtPercentile(100.0 * rank / counted) * 1000;
    }
}
