package ringside.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;
import ringside.world.Keys;
import ringside.world.Traffic;

/**
 * Makes the world's own requests, open loop: each has its moment, whatever became of those before it, and its latency
 * counts from that moment (no coordinated omission).
 */
final class LoadGenerator implements AutoCloseable {
    private static final int MOST_IN_FLIGHT = 5000;
    private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1000;

    private final Door door;
    private final Consumer<String> notices;
    private final Recorder latencies = new Recorder(LONGEST_MICROS, 3);
    private final Map<String, Deque<Caller>> callers = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread thread;
    private final RandomGenerator random;
    private volatile Pace pace;
    private volatile boolean closed;

    /** Where connections to the proxy come from. */
    interface Door {
        /** The way in at present. */
        Entrances.Way way();

        /** Makes one more for this client. @throws IOException when the proxy does not take it */
        Caller open(String client) throws IOException;
    }

    private record Pace(Traffic traffic, Chance.KeyDraw keys) {
        static Pace of(Traffic traffic) {
            return new Pace(traffic, Chance.KeyDraw.of(traffic.keys()));
        }
    }

    /** Makes requests as the traffic says, over connections got from here; what cannot be made is noticed. */
    LoadGenerator(Door door, Traffic traffic, long seed, Consumer<String> notices) {
        this.door = door;
        this.notices = notices;
        this.random = new SplittableRandom(seed);
        this.pace = Pace.of(traffic);
        this.thread = Thread.ofVirtual().name("traffic").start(this::makeTraffic);
    }

    /** From now on makes these requests. */
    void use(Traffic traffic) {
        pace = Pace.of(traffic);
        LockSupport.unpark(thread);
    }

    /** Makes some requests at once, beside the others. */
    void send(String client, String path, int count) {
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            begin(now, client, path);
        }
    }

    /** How long requests took from the moment they were meant for, in microseconds. */
    Recorder latencies() {
        return latencies;
    }

    /** How many requests were not made because too many were in flight, or the program stood still. */
    long leftOut() {
        return leftOut.get();
    }

    private void makeTraffic() {
        var current = pace;
        long next = System.nanoTime() + gap(current);
        while (!closed) {
            if (!pace.equals(current)) {
                current = pace;
                next = System.nanoTime() + gap(current);
            }
            long left = next - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                next = -left > LATE_NANOS ? catchUp(current, next) : next;
                int client = random.nextInt(current.traffic().clients());
                begin(
                        next,
                        Traffic.clientAddress(client),
                        Keys.pathOf(current.keys().next(random)));
                next += gap(current);
            }
        }
    }

    private long gap(Pace of) {
        return Math.min(Chance.gapNanos(of.traffic().arrivals(), random), Long.MAX_VALUE / 4);
    }

    /** After a standstill: what was missed is counted, not sent in one burst. */
    private long catchUp(Pace of, long next) {
        long now = System.nanoTime();
        long moment = next;
        int missed = 0;
        while (now - moment > 0) {
            moment += gap(of);
            missed++;
        }
        leftOut.addAndGet(missed);
        notices.accept("the program stood still: " + missed + " requests were not made");
        return moment;
    }

    private void begin(long moment, String client, String path) {
        if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
            inFlight.decrementAndGet();
            long left = leftOut.incrementAndGet();
            if (Long.bitCount(left) == 1) {
                notices.accept(MOST_IN_FLIGHT + " requests are in flight: " + left + " more were not made");
            }
            return;
        }
        Thread.ofVirtual().name("client").start(() -> call(moment, client, path));
    }

    private void call(long moment, String client, String path) {
        try {
            var rested = callers(client).pollFirst();
            var caller = rested != null && rested.way().equals(door.way()) ? rested : instead(rested, client);
            rest(caller, client, ask(caller, client, path));
        } catch (IOException _) {
            // the proxy takes no more connections: it is closing
        } finally {
            inFlight.decrementAndGet();
            latencies.recordValue(Math.clamp((System.nanoTime() - moment) / 1000, 0, LONGEST_MICROS));
        }
    }

    /** Those that rest: of one client where each has its own, of all where they share them. */
    private Deque<Caller> callers(String client) {
        return callers.computeIfAbsent(door.way().apart() ? client : "", _ -> new ConcurrentLinkedDeque<>());
    }

    /** A new one in the place of one whose way in is closed, if there is one. */
    private Caller instead(@Nullable Caller rested, String client) throws IOException {
        if (rested != null) {
            rested.close();
        }
        return door.open(client);
    }

    private static boolean ask(Caller caller, String client, String path) {
        try {
            return caller.get(client, path);
        } catch (IOException | BadMessage _) {
            // the proxy has told the story: to it, a connection that it cut is a failed request
            return false;
        }
    }

    private void rest(Caller caller, String client, boolean good) {
        boolean stays = good && caller.way().equals(door.way());
        if (stays) {
            callers(client).addFirst(caller);
        }
        if (!stays || closed) {
            caller.close();
        }
    }

    /** Makes no more requests; those in flight go on. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        callers.values().forEach(rested -> rested.forEach(Caller::close));
    }
}
