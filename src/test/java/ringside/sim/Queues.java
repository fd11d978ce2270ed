package ringside.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.world.Arrivals;
import ringside.world.Behaviour;
import ringside.world.Happening;
import ringside.world.Keys;
import ringside.world.Latency;
import ringside.world.Progress;
import ringside.world.Scenario;
import ringside.world.ServerSpec;
import ringside.world.Story;
import ringside.world.Tape;
import ringside.world.Traffic;

/**
 * Servers as queueing theory has them: requests come at random and wait for as long as it takes.
 *
 * @param servers how many there are
 * @param workers how many requests each serves at once
 * @param service how long it works on one
 * @param perSecond how many requests come
 * @param policy who chooses the server
 */
record Queues(int servers, int workers, Latency service, double perSecond, String policy) {
    private static final double SECOND = 1e9;

    /** One server. */
    static Queues one(int workers, Latency service, double perSecond) {
        return new Queues(1, workers, service, perSecond, "textbook/round-robin");
    }

    Scenario scenario(long seed) {
        var pool = IntStream.range(0, servers)
                .mapToObj(i -> new ServerSpec(
                        new ServerId("S" + i), Optional.empty(), 1, workers, 1_000_000, service, Behaviour.HEALTHY))
                .toArray(ServerSpec[]::new);
        return Scenario.of(pool)
                .with(PolicyChoice.of(policy))
                .with(new Traffic(new Arrivals.Poisson(perSecond), 50, new Keys.Uniform(1000)))
                .with(Duration.ofHours(1))
                .seeded(seed);
    }

    /**
     * Measures one run for each seed from 1 on.
     *
     * @param warmUp how many requests come, on average, before those that are measured
     * @param measured how many of those come in each run, on average
     * @param what is measured
     */
    Interval measure(int warmUp, int measured, ToDoubleFunction<Stays> what) {
        long from = (long) (warmUp / perSecond * SECOND);
        long to = (long) ((warmUp + measured) / perSecond * SECOND);
        return Interval.of(IntStream.rangeClosed(1, Interval.REPLICATIONS)
                .mapToDouble(seed -> {
                    var stays = new Stays(from, to);
                    new Replay().run(Tape.of(scenario(seed)).until(to + to / 5), stays, Progress.UNWATCHED);
                    return what.applyAsDouble(stays);
                })
                .toArray());
    }

    /** Measures the requests that come within a window, in which the queues have forgotten how they began. */
    static final class Stays implements Story {
        private static final int MOST_IN_SYSTEM = 1 << 16;

        private final long from;
        private final long to;
        private final long[] arrived = new long[MOST_IN_SYSTEM];
        private long come;
        private long gone;
        private double waitedNanos;
        private double stayedNanos;
        private double requestNanos;
        private int there;
        private long last;

        Stays(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void tell(long nanos, Happening what) {
            pass(nanos);
            switch (what) {
                case Happening.Arrived came -> {
                    there++;
                    arrived[place(came.request())] = nanos;
                    come += counts(nanos) ? 1 : 0;
                }
                case Happening.Started started -> {
                    long then = arrived[place(started.request())];
                    waitedNanos += counts(then) ? nanos - then : 0;
                }
                case Happening.Completed completed -> {
                    there--;
                    long then = arrived[place(completed.request())];
                    if (counts(then)) {
                        gone++;
                        stayedNanos += nanos - then;
                    }
                }
                default -> {
                    // nothing else matters to a queue
                }
            }
        }

        private void pass(long nanos) {
            requestNanos += (double) there * Math.max(0, Math.min(nanos, to) - Math.max(last, from));
            last = nanos;
        }

        private static int place(long request) {
            return (int) request & (MOST_IN_SYSTEM - 1);
        }

        private boolean counts(long arrivedNanos) {
            return arrivedNanos >= from && arrivedNanos < to;
        }

        /** How long requests waited for a worker on average, in milliseconds. */
        double waitMillis() {
            return mean(waitedNanos);
        }

        /** How long they stayed on average until they were answered, in milliseconds. */
        double stayMillis() {
            return mean(stayedNanos);
        }

        /** How many requests there were on average, those in service and those that waited. */
        double inSystem() {
            return requestNanos / (to - from);
        }

        private double mean(double nanos) {
            if (gone != come) {
                throw new IllegalStateException(come + " came within the window, and " + gone + " of them went");
            }
            return nanos / gone / 1e6;
        }
    }
}
