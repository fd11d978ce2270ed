package ringside.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Our end of an encrypted connection (RFC 8446, RFC 5246). One thread reads and one writes, possibly the same. */
final class Tls {
    /** How a handshake went. */
    record Handshake(String protocol, String cipher, boolean resumed, long tookNanos, long workNanos) {}

    /** The peer does not speak TLS. */
    static final class Plain extends SSLException {
        private static final long serialVersionUID = 1;

        Plain() {
            super("the peer does not speak TLS");
        }
    }

    private static final int HANDSHAKE_RECORD = 22;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Wire wire;
    private final Duration writeWithin;
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteBuffer sealed;
    private final ByteBuffer leaving;
    private ByteBuffer opened = NOTHING;
    private boolean heard;
    private boolean begun;
    private long waitedNanos;

    /** An end over this wire; what it has to say by itself must be taken within this time. */
    Tls(SSLEngine engine, Wire wire, Duration writeWithin) {
        this.engine = engine;
        this.wire = wire;
        this.writeWithin = writeWithin;
        sealed = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).flip();
        leaving = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    }

    /**
     * Agrees with the peer on keys. A session that is older than this connection is one that was resumed.
     *
     * @throws Plain when the first byte is none of TLS
     * @throws SSLException when the two cannot agree; the peer is told why
     */
    Handshake handshake() throws IOException {
        long began = System.nanoTime();
        long wall = System.currentTimeMillis();
        try {
            engine.beginHandshake();
            var status = engine.getHandshakeStatus();
            while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
                status = switch (status) {
                    case NEED_TASK -> work();
                    case NEED_WRAP -> speak();
                    default -> listen();
                };
            }
        } catch (Plain e) {
            throw e;
        } catch (SSLException e) {
            tellWhy();
            throw e;
        }
        begun = true;
        var session = engine.getSession();
        boolean resumed = session.getCreationTime() < wall;
        long took = System.nanoTime() - began;
        return new Handshake(session.getProtocol(), session.getCipherSuite(), resumed, took, took - waitedNanos);
    }

    private HandshakeStatus work() {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return engine.getHandshakeStatus();
    }

    private HandshakeStatus speak() throws IOException {
        return wrap(new ByteBuffer[] {NOTHING}, writeWithin).getHandshakeStatus();
    }

    private HandshakeStatus listen() throws IOException {
        var result = unwrap(NOTHING);
        if (result.getStatus() == Status.CLOSED) {
            throw new EOFException("closed within the handshake");
        }
        return result.getHandshakeStatus();
    }

    private void tellWhy() {
        try {
            for (int said = 0; said < 3 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP; said++) {
                speak();
            }
        } catch (IOException _) {
            // the peer is gone and needs no reason
        }
    }

    /** Reads what there is, waiting for at least one byte: how many, or -1 when the peer has said that it is all. */
    int read(ByteBuffer into) throws IOException {
        while (!opened.hasRemaining()) {
            var result = unwrap(into);
            if (result.getStatus() == Status.CLOSED) {
                return -1;
            }
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                open();
            } else if (result.bytesProduced() > 0) {
                return result.bytesProduced();
            }
        }
        int count = Math.min(opened.remaining(), into.remaining());
        into.put(into.position(), opened, opened.position(), count).position(into.position() + count);
        opened.position(opened.position() + count);
        return count;
    }

    /** Opens a record that is larger than what its reader has room for. */
    private void open() throws IOException {
        if (opened.capacity() == 0) {
            opened = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        }
        opened.clear();
        try {
            unwrap(opened);
        } finally {
            opened.flip();
        }
    }

    /** Opens one record, for which it waits; what that asks for is done. */
    private SSLEngineResult unwrap(ByteBuffer into) throws IOException {
        while (true) {
            var result = engine.unwrap(sealed, into);
            if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
                fill();
                continue;
            }
            if (begun) {
                oblige(result.getHandshakeStatus());
            }
            return result;
        }
    }

    /** What may be asked for once keys are agreed on: new keys in TLS 1.3; nobody begins anew in TLS 1.2. */
    private void oblige(HandshakeStatus status) throws IOException {
        if (status == HandshakeStatus.NEED_TASK) {
            if (engine.getSession().getProtocol().equals("TLSv1.2")) {
                throw new SSLException("keys are agreed on once");
            }
            work();
        } else if (status == HandshakeStatus.NEED_WRAP) {
            speak();
        }
    }

    private void fill() throws IOException {
        sealed.compact();
        try {
            if (take() < 0) {
                throw new EOFException("closed without saying that it is all");
            }
            if (!heard && !engine.getUseClientMode() && sealed.get(0) != HANDSHAKE_RECORD) {
                throw new Plain();
            }
            heard = true;
        } finally {
            sealed.flip();
        }
    }

    private int take() throws IOException {
        if (begun) {
            return wire.take(sealed);
        }
        long since = System.nanoTime();
        try {
            return wire.take(sealed);
        } finally {
            waitedNanos += System.nanoTime() - since;
        }
    }

    /** Writes everything, in as few records as it fits. */
    void write(ByteBuffer[] from, Duration within) throws IOException {
        while (from[from.length - 1].hasRemaining()) {
            if (wrap(from, within).getStatus() == Status.CLOSED) {
                throw new EOFException("closed for sending");
            }
        }
    }

    private SSLEngineResult wrap(ByteBuffer[] from, Duration within) throws IOException {
        writing.lock();
        try {
            var result = engine.wrap(from, leaving.clear());
            wire.put(leaving.flip(), within);
            return result;
        } finally {
            writing.unlock();
        }
    }

    /** Says that nothing more will be sent; what comes is still read. */
    void finish() throws IOException {
        engine.closeOutbound();
        if (!engine.isOutboundDone()) {
            speak();
        }
    }
}
