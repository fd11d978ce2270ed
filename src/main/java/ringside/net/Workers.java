package ringside.net;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server's workers and the queue in front of them; first come, first served. */
final class Workers {
    private static final int EVERYBODY = 1 << 24;

    private final int queue;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Workers(int workers, int queue) {
        this.queue = queue;
        this.free = new Semaphore(workers, true);
    }

    /** Takes a worker if one is free and nobody waits. */
    boolean take() {
        try {
            return free.tryAcquire(0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes a place in the queue if there is one. */
    boolean lineUp() {
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Waits in the queue for a worker, and takes it. */
    void await() {
        free.acquireUninterruptibly();
        waiting.decrementAndGet();
    }

    /** Gives a worker back. */
    void giveBack() {
        free.release();
    }

    /** Works for this long: false when they were stopped meanwhile. */
    boolean work(long nanos) {
        try {
            return !stopped.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends everybody home: those who work and those who wait. */
    void stop() {
        stopped.countDown();
        free.release(EVERYBODY);
    }
}
