package ringside.net;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Accepts connections and gives each a virtual thread. */
final class Listener implements AutoCloseable {
    private static final long BREATH_NANOS = 50_000_000;

    /**
     * How many connections may be open at once; who comes then waits where the kernel lets him.
     *
     * @param places one for each
     * @param full is told when somebody has to wait who did not before
     */
    record Room(Semaphore places, Runnable full) {
        /** As many as can be. */
        static Room endless() {
            return new Room(new Semaphore(Integer.MAX_VALUE), () -> {});
        }
    }

    private final ServerSocketChannel channel;
    private final Function<SocketChannel, Runnable> handler;
    private final Room room;
    private final Thread acceptor;

    /** Accepts from now on; each connection is handled by what the handler makes of it. */
    Listener(ServerSocketChannel channel, Function<SocketChannel, Runnable> handler) {
        this(channel, Room.endless(), handler);
    }

    /** The same while there is room. */
    Listener(ServerSocketChannel channel, Room room, Function<SocketChannel, Runnable> handler) {
        this.channel = channel;
        this.room = room;
        this.handler = handler;
        acceptor = Thread.ofVirtual().name("accept-" + port()).start(this::accept);
    }

    int port() {
        return Ports.of(channel);
    }

    private void accept() {
        while (takesPlace()) {
            try {
                var connection = handler.apply(channel.accept());
                Thread.ofVirtual().name("connection").start(() -> serve(connection));
            } catch (IOException _) {
                // closed, or out of descriptors: those who are served go on, and newcomers wait for a moment
                room.places().release();
                LockSupport.parkNanos(channel.isOpen() ? BREATH_NANOS : 0);
            }
        }
    }

    /** Takes a place for whoever comes next, as soon as there is one: whether the listener is still open. */
    private boolean takesPlace() {
        boolean told = false;
        while (channel.isOpen()) {
            try {
                if (room.places().tryAcquire(told ? BREATH_NANOS : 0, TimeUnit.NANOSECONDS)) {
                    return true;
                }
            } catch (InterruptedException _) {
                return false;
            }
            if (!told) {
                room.full().run();
                told = true;
            }
        }
        return false;
    }

    private void serve(Runnable connection) {
        try {
            connection.run();
        } finally {
            room.places().release();
        }
    }

    /**
     * Accepts nothing more; what was accepted goes on. The port refuses when this returns: the kernel lets it go only
     * once nobody waits in accept any more.
     */
    @Override
    public void close() {
        Ports.close(channel);
        LockSupport.unpark(acceptor);
        try {
            acceptor.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
