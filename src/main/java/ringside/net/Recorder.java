package ringside.net;

import java.util.concurrent.locks.LockSupport;
import ringside.world.Broadcast;
import ringside.world.Timeline;

/** Writes what a broadcast carries into a timeline, on a thread of its own, until it is closed. */
final class Recorder implements AutoCloseable {
    private static final int BATCH = 4096;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Broadcast broadcast;
    private final Timeline timeline;
    private final Thread thread;
    private volatile boolean closed;
    private volatile long recorded;

    /** Begins to record. */
    Recorder(Broadcast broadcast, Timeline timeline) {
        this.broadcast = broadcast;
        this.timeline = timeline;
        broadcast.listen();
        this.thread = Thread.ofPlatform().daemon().name("recorder").start(this::record);
    }

    private void record() {
        while (!closed) {
            if (drain() == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        while (drain() > 0) {
            // what was told before the end is still recorded
        }
    }

    private long drain() {
        long taken = broadcast.drain(BATCH, timeline::append);
        recorded = broadcast.read();
        return taken;
    }

    /** Waits until everything told before this call is in the timeline, or for 5 s: whether it is. */
    boolean flush() {
        long wanted = broadcast.told();
        long giveUp = System.nanoTime() + 5_000_000_000L;
        while (recorded < wanted && thread.isAlive() && System.nanoTime() - giveUp < 0) {
            LockSupport.unpark(thread);
            LockSupport.parkNanos(PAUSE_NANOS / 10);
        }
        return recorded >= wanted;
    }

    /** Records what was told so far, and stops; calling it again does nothing. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
