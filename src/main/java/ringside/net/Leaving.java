package ringside.net;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lets servers finish what they have before they go, each on a thread of its own. */
final class Leaving implements AutoCloseable {
    private static final long LOOK_NANOS = 2_000_000;

    private final Lock lock;
    private final Predicate<Running> busy;
    private final Consumer<Running> leave;
    private volatile boolean closed;

    /**
     * Nobody leaves yet.
     *
     * @param lock is held while a server goes
     * @param busy whether a server still has something
     * @param leave closes a server
     */
    Leaving(Lock lock, Predicate<Running> busy, Consumer<Running> leave) {
        this.lock = lock;
        this.busy = busy;
        this.leave = leave;
    }

    /** Lets a server go when it has finished, unless it comes back meanwhile. */
    void begin(Running server) {
        server.leaving(true);
        Thread.ofVirtual().name("drain " + server.id()).start(() -> {
            while (server.leaving() && busy.test(server) && !closed) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            lock.lock();
            try {
                if (server.leaving()) {
                    leave.accept(server);
                }
            } finally {
                lock.unlock();
            }
        });
    }

    /** Waits for nobody any more. */
    @Override
    public void close() {
        closed = true;
    }
}
