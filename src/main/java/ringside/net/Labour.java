package ringside.net;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import ringside.world.Effort;
import ringside.world.Happening.Leg;

/** How long the proxy works on connections and on what passes; nothing is measured until that is wanted. */
final class Labour {
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private final Histogram connections = new ConcurrentHistogram(LONGEST_NANOS, 2);
    private final Histogram there = new ConcurrentHistogram(LONGEST_NANOS, 2);
    private final Histogram back = new ConcurrentHistogram(LONGEST_NANOS, 2);
    private volatile boolean wanted;

    /** From now on new connections are measured. */
    void measure() {
        wanted = true;
    }

    boolean measured() {
        return wanted;
    }

    /** Begins anew. */
    void clear() {
        connections.reset();
        there.reset();
        back.reset();
    }

    /** What was measured since it began. */
    Effort read() {
        return new Effort(median(connections), median(there), median(back), there.getTotalCount());
    }

    private static long median(Histogram of) {
        return of.getTotalCount() == 0 ? 0 : of.getValueAtPercentile(50);
    }

    /** A stopwatch for the thread that has just taken a connection. */
    Stopwatch taking() {
        return wanted ? new Running(connections) : Stopwatch.NONE;
    }

    /** A stopwatch for a thread that helps with a connection. */
    Stopwatch helping() {
        return wanted ? new Running(null) : Stopwatch.NONE;
    }

    private final class Running implements Stopwatch {
        private @Nullable Histogram into;
        private long since = System.nanoTime();

        Running(@Nullable Histogram into) {
            this.into = into;
        }

        @Override
        public void waits() {
            var target = into;
            if (target != null) {
                target.recordValue(Math.clamp(System.nanoTime() - since, 0, LONGEST_NANOS));
                into = null;
            }
        }

        @Override
        public void goesOn(Leg after) {
            into = after == Leg.CLIENT ? there : back;
            since = System.nanoTime();
        }
    }
}
