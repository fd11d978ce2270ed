package ringside.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One connection and its deadlines. One thread reads and one writes, possibly the same; the watchdog may end either.
 *
 * <p>A read that is late ends as if the peer had closed, so that it can still be told why; a write that is late closes
 * the connection.
 */
final class Wire implements Closeable {
    private static final long NEVER = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final Watchdog watchdog;
    private volatile long readBy = NEVER;
    private volatile long writeBy = NEVER;
    private volatile boolean late;

    private Wire(SocketChannel channel, Watchdog watchdog) {
        this.channel = channel;
        this.watchdog = watchdog;
    }

    /** Takes charge of an open channel: small messages leave at once, and deadlines are kept. */
    static Wire over(SocketChannel channel, Watchdog watchdog) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var wire = new Wire(channel, watchdog);
        watchdog.watch(wire);
        return wire;
    }

    /** Makes a connection. @throws SocketTimeoutException when that takes too long */
    static Wire to(InetSocketAddress address, Duration within, Watchdog watchdog) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket().connect(address, (int) Math.max(1, within.toMillis()));
            return over(channel, watchdog);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads end when this much time has passed from now. */
    void readWithin(Duration wait) {
        readBy = watchdog.in(wait);
    }

    /** Reads end when this much time has passed from now, and at this moment of the watchdog's time at the latest. */
    void readWithin(Duration wait, long nanos) {
        readBy = Math.min(watchdog.in(wait), nanos);
    }

    /** Reads end at this moment of the watchdog's time. */
    void readBy(long nanos) {
        readBy = nanos;
    }

    /** Reads may take as long as they like. */
    void readAtLeisure() {
        readBy = NEVER;
    }

    /** Whether its bytes are encrypted. */
    boolean secure() {
        return false;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /**
     * Reads what there is, waiting for at least one byte: how many, or -1 when the peer has closed. Others go first: on a
     * busy day the bytes are there when its turn comes again, and the kernel need not be asked to say so.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    int read(ByteBuffer into) throws IOException {
        Thread.yield();
        int n = channel.read(into);
        if (n < 0 && late) {
            throw new SocketTimeoutException("nothing came in time");
        }
        return n;
    }

    /** Writes everything, however long the peer keeps reading. */
    void write(ByteBuffer from, Duration within) throws IOException {
        writeBy = watchdog.in(within);
        while (from.hasRemaining()) {
            channel.write(from);
        }
        writeBy = NEVER;
    }

    /** Writes one buffer after another. */
    void write(ByteBuffer[] from, Duration within) throws IOException {
        writeBy = watchdog.in(within);
        while (from[from.length - 1].hasRemaining()) {
            channel.write(from);
        }
        writeBy = NEVER;
    }

    /** Whether the peer has neither closed nor said anything unasked; for a connection that nobody reads. */
    boolean quiet() {
        try {
            channel.configureBlocking(false);
            boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return quiet;
        } catch (IOException _) {
            return false;
        }
    }

    /** The peer's address. @throws IOException when the connection is closed */
    InetSocketAddress peer() throws IOException {
        return (InetSocketAddress) channel.getRemoteAddress();
    }

    void endIfLate(long now) {
        try {
            if (now - writeBy > 0 && writeBy != NEVER) {
                close();
            } else if (now - readBy > 0 && readBy != NEVER) {
                late = true;
                readBy = NEVER;
                channel.shutdownInput();
            }
        } catch (IOException _) {
            close();
        }
    }

    /** Says that nothing more will be sent. */
    void finish() throws IOException {
        channel.shutdownOutput();
    }

    /** Closes so that the peer notices that something is missing: with a reset. */
    void cut() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException _) {
            // closed already: nothing is left to cut
        }
        close();
    }

    @Override
    public void close() {
        watchdog.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
