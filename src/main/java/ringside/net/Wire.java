package ringside.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import ringside.world.Happening.Leg;

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
    private volatile @Nullable Tls tls;
    private Leg side = Leg.CLIENT;
    private Tap came = Tap.CLOSED;
    private Tap left = Tap.CLOSED;
    private Stopwatch stopwatch = Stopwatch.NONE;
    private long received;
    private long sent;

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
        return to(address, Descriptors.socket(), within, watchdog);
    }

    /** The same from an own port that is told before the connection is made. */
    static Wire from(IntConsumer port, InetSocketAddress address, Duration within, Watchdog watchdog)
            throws IOException {
        var channel = Descriptors.socket();
        try {
            channel.bind(new InetSocketAddress(address.getAddress(), 0));
            port.accept(((InetSocketAddress) channel.getLocalAddress()).getPort());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return to(address, channel, within, watchdog);
    }

    private static Wire to(InetSocketAddress address, SocketChannel channel, Duration within, Watchdog watchdog)
            throws IOException {
        try {
            channel.socket().connect(address, (int) Math.max(1, within.toMillis()));
            return over(channel, watchdog);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Is on this side of the balancer, where what goes from clients to servers passes a tap. */
    void on(Leg leg, Tap tap) {
        side = leg;
        if (leg == Leg.CLIENT) {
            came = tap;
        } else {
            left = tap;
        }
    }

    /** The thread that reads is timed so from now on. */
    void time(Stopwatch by) {
        stopwatch = by;
    }

    Stopwatch stopwatch() {
        return stopwatch;
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

    Watchdog watchdog() {
        return watchdog;
    }

    /** From now on encrypts, once keys are agreed on, for which there is so much time in all. */
    Tls.Handshake encrypt(SSLEngine engine, Duration within) throws IOException {
        var end = new Tls(engine, this, within);
        readWithin(within);
        var handshake = end.handshake();
        readAtLeisure();
        tls = end;
        return handshake;
    }

    /** Whether its bytes are encrypted. */
    boolean secure() {
        return tls != null;
    }

    /** How many bytes have come, as they came. */
    long received() {
        return received;
    }

    /** How many bytes have left, as they left. */
    long sent() {
        return sent;
    }

    /** Reads what there is, waiting for at least one byte: how many, or -1 when the peer has closed. */
    int read(ByteBuffer into) throws IOException {
        var end = tls;
        return end == null ? take(into) : end.read(into);
    }

    /**
     * Reads what there is as it comes, encrypted or not. Others go first: on a busy day the bytes are there when its turn
     * comes again, and the kernel need not be asked to say so.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    int take(ByteBuffer into) throws IOException {
        stopwatch.waits();
        Thread.yield();
        int from = into.position();
        int n = channel.read(into);
        stopwatch.goesOn(side);
        if (n < 0 && late) {
            throw new SocketTimeoutException("nothing came in time");
        }
        received += Math.max(n, 0);
        came.hear(into, from, n);
        return n;
    }

    /** Writes everything, however long the peer keeps reading. */
    void write(ByteBuffer from, Duration within) throws IOException {
        var end = tls;
        if (end == null) {
            put(from, within);
        } else {
            end.write(new ByteBuffer[] {from}, within);
        }
    }

    /** Writes one buffer after another. */
    void write(ByteBuffer[] from, Duration within) throws IOException {
        var end = tls;
        if (end != null) {
            end.write(from, within);
            return;
        }
        left.hear(from[0], from[0].position(), from[0].remaining());
        writeBy = watchdog.in(within);
        while (from[from.length - 1].hasRemaining()) {
            sent += channel.write(from);
        }
        writeBy = NEVER;
    }

    /** Writes everything as it is, encrypted or not. */
    void put(ByteBuffer from, Duration within) throws IOException {
        left.hear(from, from.position(), from.remaining());
        writeBy = watchdog.in(within);
        while (from.hasRemaining()) {
            sent += channel.write(from);
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
        var end = tls;
        if (end != null) {
            end.finish();
        }
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
