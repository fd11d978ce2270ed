package ringside.net;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits that last too long: one thread looks over every connection's deadlines, many times a second.
 *
 * <p>Its time is its own: it goes on by what has passed since the last look, but never by more than a quarter of a
 * second. So a program that was frozen does not find, on waking, that everybody is late.
 */
final class Watchdog implements AutoCloseable {
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();
    private static final long MOST_NANOS = Duration.ofMillis(250).toNanos();

    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile long nanos;
    private volatile long looked = System.nanoTime();
    private volatile boolean closed;

    Watchdog() {
        thread = Thread.ofVirtual().name("watchdog").start(this::look);
    }

    /** Nanoseconds of its own time, up to a look old. */
    long nanos() {
        return nanos;
    }

    /** The moment that is this far away, and a look's width more: from now, however long ago the last look was. */
    long in(Duration wait) {
        long since = Math.clamp(System.nanoTime() - looked, 0, MOST_NANOS);
        return nanos + since + wait.toNanos() + LOOK_NANOS;
    }

    void watch(Wire wire) {
        boolean asleep = wires.isEmpty();
        wires.add(wire);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    /** How many connections are open. */
    int watched() {
        return wires.size();
    }

    private void look() {
        long last = System.nanoTime();
        long time = 0;
        while (!closed) {
            LockSupport.parkNanos(this, wires.isEmpty() ? MOST_NANOS : LOOK_NANOS);
            long now = System.nanoTime();
            time += Math.min(now - last, MOST_NANOS);
            nanos = time;
            looked = now;
            last = now;
            for (var wire : wires) {
                wire.endIfLate(nanos);
            }
        }
    }

    /** Stops looking and closes every connection that is still open. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        wires.forEach(Wire::close);
    }
}
