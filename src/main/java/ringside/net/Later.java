package ringside.net;

import java.util.concurrent.locks.LockSupport;
import ringside.engine.Ticks;

/** Does what nobody waits for, at once or at an instant, on threads of its own. */
final class Later implements AutoCloseable {
    private static final long MOST_ASLEEP_NANOS = 100_000_000;

    private final Ticks ticks;
    private volatile boolean closed;

    /** One that goes by this time. */
    Later(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Does it as soon as can be. */
    static void aside(Runnable work) {
        Thread.ofVirtual().name("aside").start(work);
    }

    /** Does it at this instant in nanoseconds, or when this is closed before. */
    void at(long nanos, Runnable work) {
        aside(() -> {
            for (long left = nanos - ticks.nanos(); left > 0 && !closed; left = nanos - ticks.nanos()) {
                LockSupport.parkNanos(Math.min(left, MOST_ASLEEP_NANOS));
            }
            work.run();
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
