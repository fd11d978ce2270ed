package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import ringside.world.Arrivals;
import ringside.world.Keys;
import ringside.world.LoadFigures;
import ringside.world.Timetable;
import ringside.world.Traffic;

/**
 * Makes the world's own requests. Open loop: each has its moment, whatever became of those before it, and its latency
 * counts from that moment (no coordinated omission). Closed loop: each of some clients asks when it has been answered.
 */
final class LoadGenerator implements AutoCloseable {
    private static final int MOST_IN_FLIGHT = 5000;
    private static final long LATE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Door door;
    private final Consumer<String> notices;
    private final LoadRecord figures = new LoadRecord();
    private final Map<String, Deque<Caller>> callers = new ConcurrentHashMap<>();
    private final List<Lock> places = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Thread thread;
    private final SplittableRandom random;
    private volatile Pace pace;
    private volatile @Nullable LoadGenerator mirror;
    private volatile boolean apart;
    private volatile boolean closed;

    /** Where connections to the proxy come from. */
    interface Door {
        /** The way in at present. */
        Entrances.Way way();

        /** Makes one more for this client. @throws IOException when the proxy does not take it */
        Caller open(String client) throws IOException;
    }

    private record Pace(Traffic traffic, Chance.KeyDraw keys, Timetable times) {
        static Pace of(Traffic traffic) {
            return new Pace(traffic, Chance.KeyDraw.of(traffic.keys()), new Timetable(traffic.arrivals()));
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
        figures.clear();
        LockSupport.unpark(thread);
    }

    /**
     * From now on each request is made there too, at the same moment; so that both can be compared, each client has
     * connections of its own.
     */
    void alsoBy(LoadGenerator other) {
        apart = true;
        other.apart = true;
        mirror = other;
    }

    /** Counts anew how requests fare. */
    void countAnew() {
        figures.clear();
    }

    /** Makes some requests at once, beside the others. */
    void send(String client, String path, int count) {
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            begin(now, client, path);
        }
    }

    /** How requests fared since the traffic was last changed. */
    LoadFigures figures() {
        return figures.read();
    }

    private void makeTraffic() {
        while (!closed) {
            var current = pace;
            if (current.traffic().arrivals() instanceof Arrivals.Closed loop) {
                goRound(current, loop);
            } else {
                makeInTime(current);
            }
        }
    }

    private boolean over(Pace current) {
        return closed || !pace.equals(current);
    }

    private void makeInTime(Pace current) {
        long began = System.nanoTime();
        long next = began + current.times().next(random::nextDouble);
        while (!over(current)) {
            long left = next - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                next = -left > LATE_NANOS ? catchUp(current, began, next) : next;
                int client = random.nextInt(current.traffic().clients());
                begin(next, Traffic.clientAddress(client), pathOf(current, random));
                next = began + current.times().next(random::nextDouble);
            }
        }
    }

    private static String pathOf(Pace current, RandomGenerator chance) {
        return Keys.pathOf(current.keys().next(chance));
    }

    /** After a standstill: what was missed is counted, not sent in one burst. */
    private long catchUp(Pace of, long began, long next) {
        long now = System.nanoTime();
        long moment = next;
        int missed = 0;
        while (now - moment > 0) {
            moment = began + of.times().next(random::nextDouble);
            missed++;
        }
        figures.dropped(missed);
        notices.accept("the program stood still: " + missed + " requests were not made");
        return moment;
    }

    private void begin(long moment, String client, String path) {
        var other = mirror;
        if (other != null) {
            other.begin(moment, client, path);
        }
        if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
            inFlight.decrementAndGet();
            long left = figures.dropped(1);
            if (Long.bitCount(left) == 1) {
                notices.accept(MOST_IN_FLIGHT + " requests are in flight: " + left + " more were not made");
            }
            return;
        }
        var patience = pace.traffic().patience();
        Thread.ofVirtual().name("client").start(() -> {
            try {
                call(moment, client, path, patience);
            } finally {
                inFlight.decrementAndGet();
            }
        });
    }

    /** Asks here, and there at the same moment; whoever asks in a closed loop waits for both. */
    private void askBoth(long moment, String client, String path, Duration patience) {
        var other = mirror;
        if (other == null) {
            call(moment, client, path, patience);
            return;
        }
        var there = Thread.ofVirtual().name("client").start(() -> other.call(moment, client, path, patience));
        call(moment, client, path, patience);
        try {
            there.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has every client of a closed loop ask, wait and think, until the traffic changes; who is in a place finishes first. */
    private void goRound(Pace current, Arrivals.Closed loop) {
        var clients = new Thread[loop.clients()];
        for (int i = 0; i < clients.length; i++) {
            int client = i;
            if (client == places.size()) {
                places.add(new ReentrantLock());
            }
            var place = places.get(client);
            var chance = random.split();
            clients[i] = Thread.ofVirtual().name("client " + i).start(() -> {
                place.lock();
                try {
                    askOnAndOn(current, loop, client, chance);
                } finally {
                    place.unlock();
                }
            });
        }
        while (!over(current)) {
            LockSupport.park(this);
        }
        for (var client : clients) {
            LockSupport.unpark(client);
        }
    }

    private void askOnAndOn(Pace current, Arrivals.Closed loop, int client, RandomGenerator chance) {
        var address = Traffic.clientAddress(client % current.traffic().clients());
        long think = loop.think().toNanos();
        long next = System.nanoTime() + think * client / loop.clients();
        while (!over(current)) {
            long left = next - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                var path = pathOf(current, chance);
                askBoth(next, address, path, current.traffic().patience());
                next = System.nanoTime() + think;
            }
        }
    }

    /** Those that rest: of one client where each has its own, of all where they share them. */
    private Deque<Caller> callers(String client) {
        return callers.computeIfAbsent(apart || door.way().apart() ? client : "", _ -> new ConcurrentLinkedDeque<>());
    }

    /** A new one in the place of one whose way in is closed, if there is one. */
    private Caller instead(@Nullable Caller rested, String client) throws IOException {
        if (rested != null) {
            rested.close();
        }
        return door.open(client);
    }

    private void call(long moment, String client, String path, Duration patience) {
        long sent = System.nanoTime();
        try {
            var rested = callers(client).pollFirst();
            var caller = rested != null && rested.way().equals(door.way()) ? rested : instead(rested, client);
            boolean good = ask(caller, client, path, patience);
            caller.answeredBy().ifPresent(figures::answered);
            rest(caller, client, good);
            figures.ended(moment, sent);
        } catch (SocketTimeoutException _) {
            figures.gaveUp(moment);
        } catch (IOException _) {
            // the proxy takes no more connections: it is closing
            figures.ended(moment, sent);
        }
    }

    /** Asks once: whether the connection can be used again. */
    private static boolean ask(Caller caller, String client, String path, Duration patience)
            throws SocketTimeoutException {
        try {
            return caller.get(client, path, patience);
        } catch (SocketTimeoutException late) {
            caller.close();
            throw late;
        } catch (IOException | BadMessage _) {
            // the proxy has told the story: to it, a connection that it cut is a failed request
            return false;
        }
    }

    private void rest(Caller caller, String client, boolean good) {
        boolean full = pace.traffic()
                .perConnection()
                .filter(most -> caller.asked() >= most)
                .isPresent();
        boolean stays = good && !full && caller.way().equals(door.way());
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
