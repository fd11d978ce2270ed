package ringside.net;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import ringside.engine.ServerId;
import ringside.world.Happening;

/** Counts what passes through the proxy; from any thread, and nobody waits. */
final class Meters {
    private static final int STATUSES = 600;
    private static final long[] BOUNDS = {
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    /** What is counted of one server. */
    static final class OfServer {
        private final AtomicReferenceArray<@Nullable LongAdder> statuses = new AtomicReferenceArray<>(STATUSES);
        final LongAdder retried = new LongAdder();
        final LongAdder passed = new LongAdder();
        final LongAdder failed = new LongAdder();
        final LongAdder ejected = new LongAdder();

        private void count(int status) {
            var there = statuses.get(status);
            if (there == null) {
                statuses.compareAndSet(status, null, new LongAdder());
                there = statuses.get(status);
            }
            if (there != null) {
                there.increment();
            }
        }

        /** How often each status was passed on, by status; 0 stands for an answer that was cut. */
        void forEachStatus(ObjLongConsumer<String> what) {
            for (int status = 0; status < STATUSES; status++) {
                var count = statuses.get(status);
                if (count != null) {
                    what.accept(Integer.toString(status), count.sum());
                }
            }
        }
    }

    private final Map<ServerId, OfServer> servers = new ConcurrentHashMap<>();
    private final LongAdder[] durations = new LongAdder[BOUNDS.length + 1];

    /** Answers of the proxy's own: refusals and errors. */
    final OfServer own = new OfServer();

    final LongAdder accepted = new LongAdder();
    final LongAdder closed = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAdder bytesSent = new LongAdder();

    Meters() {
        java.util.Arrays.setAll(durations, _ -> new LongAdder());
    }

    /** What is counted of a server; whoever counts often keeps it. */
    OfServer of(ServerId server) {
        var there = servers.get(server);
        return there == null ? servers.computeIfAbsent(server, _ -> new OfServer()) : there;
    }

    /** A request has ended: with this status (0 for a cut connection), after so long, with so many bytes to the client. */
    void ended(OfServer by, int status, long tookNanos, long bytes) {
        by.count(status);
        nanos.add(tookNanos);
        bytesSent.add(bytes);
        int bucket = 0;
        while (bucket < BOUNDS.length && tookNanos > BOUNDS[bucket]) {
            bucket++;
        }
        durations[bucket].increment();
    }

    /** Takes note of what happened beside the requests' ends. */
    void hear(Happening what) {
        switch (what) {
            case Happening.Retried(long _, var server, var _) ->
                of(server).retried.increment();
            case Happening.ProbePassed passed -> of(passed.server()).passed.increment();
            case Happening.ProbeFailed failed -> of(failed.server()).failed.increment();
            case Happening.Ejected(var server) -> of(server).ejected.increment();
            case Happening.PassivelyEjected(var server, long _) ->
                of(server).ejected.increment();
            default -> {
                // the ends of requests are counted where they end, and the rest is not counted
            }
        }
    }

    /** The servers that were heard of so far, in the order of their names. */
    Map<ServerId, OfServer> servers() {
        return new TreeMap<>(servers);
    }

    /** How many requests took up to each bound in seconds and longer than the one before; the last is without bound. */
    void forEachDuration(DurationSink what) {
        for (int i = 0; i < durations.length; i++) {
            what.accept(i < BOUNDS.length ? BOUNDS[i] / 1e9 : Double.POSITIVE_INFINITY, durations[i].sum());
        }
    }

    /** Takes one bucket of durations. */
    @FunctionalInterface
    interface DurationSink {
        void accept(double boundSeconds, long count);
    }
}
