package ringside.net;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Accepts connections and gives each a virtual thread. */
final class Listener implements AutoCloseable {
    private static final long BREATH_NANOS = 50_000_000;

    private final ServerSocketChannel channel;
    private final Function<SocketChannel, Runnable> handler;
    private final Thread acceptor;

    /** Accepts from now on; each connection is handled by what the handler makes of it. */
    Listener(ServerSocketChannel channel, Function<SocketChannel, Runnable> handler) {
        this.channel = channel;
        this.handler = handler;
        acceptor = Thread.ofVirtual().name("accept-" + port()).start(this::accept);
    }

    int port() {
        return Ports.of(channel);
    }

    private void accept() {
        while (channel.isOpen()) {
            try {
                var connection = channel.accept();
                Thread.ofVirtual().name("connection").start(handler.apply(connection));
            } catch (IOException _) {
                // closed, or out of descriptors: those who are served go on, and newcomers wait for a moment
                LockSupport.parkNanos(channel.isOpen() ? BREATH_NANOS : 0);
            }
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
