package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Two connections that have become one: bytes go both ways until both sides have said that nothing follows. */
final class Pipe {
    /** How it ended. */
    enum End {
        /** Both sides had finished. */
        FINISHED,
        /** Neither side said anything for too long. */
        IDLE,
        /** The client broke off. */
        CLIENT_GONE,
        /** The server broke off. */
        SERVER_GONE
    }

    /** Bytes in one direction, and whoever has broken off when they go no further. */
    private record Way(Wire from, Wire to, End gone, End blocked) {}

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /*
     * A quiet connection waits with little memory; one that fills it is given more until it is quiet again. Many a
     * thousand connections that say nothing cost a few KiB each, and one that says much needs few system calls.
     */
    private static final Buffers SMALL = new Buffers(4 * 1024);
    private static final Buffers LARGE = new Buffers(64 * 1024);

    private final Wire client;
    private final Wire server;
    private final Limits limits;
    private final Duration idle;
    private final Runnable answering;
    private final Object ending = new Object();
    private End end = End.FINISHED;
    private volatile boolean answered;

    /**
     * A pipe that ends when it is idle for this long.
     *
     * @param answering is run when the first byte comes from the server
     */
    Pipe(Wire client, Wire server, Limits limits, Duration idle, Runnable answering) {
        this.client = client;
        this.server = server;
        this.limits = limits;
        this.idle = idle;
        this.answering = answering;
    }

    /** Whether the server has said anything. */
    boolean answered() {
        return answered;
    }

    /** Passes on until it ends; the connections can carry nothing after it. */
    End run() {
        return run(NOTHING, NOTHING);
    }

    /** The same, beginning with what has come already. */
    End run(ByteBuffer fromClient, ByteBuffer fromServer) {
        var there = Thread.ofVirtual()
                .name("pipe")
                .start(() -> pass(new Way(client, server, End.CLIENT_GONE, End.SERVER_GONE), fromClient));
        pass(new Way(server, client, End.SERVER_GONE, End.CLIENT_GONE), fromServer);
        try {
            there.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (ending) {
            return end;
        }
    }

    private void pass(Way way, ByteBuffer first) {
        if (!first.hasRemaining() || write(way, first)) {
            pass(way);
        }
    }

    private void pass(Way way) {
        var buffer = SMALL.take();
        var buffers = SMALL;
        try {
            stir();
            while (read(way, buffer)) {
                stir();
                int came = buffer.remaining();
                if (!write(way, buffer)) {
                    return;
                }
                var fitting = came == buffer.capacity() ? LARGE : came < 2048 ? SMALL : buffers;
                if (fitting != buffers) {
                    buffers.giveBack(buffer);
                    buffers = fitting;
                    buffer = fitting.take();
                }
            }
        } finally {
            buffers.giveBack(buffer);
        }
    }

    /** Waits for bytes and makes them ready to be written: false when no more will come. */
    private boolean read(Way way, ByteBuffer buffer) {
        try {
            if (way.from.read(buffer.clear()) >= 0) {
                buffer.flip();
                if (!answered && way.from == server) {
                    answered = true;
                    answering.run();
                }
                return true;
            }
        } catch (SocketTimeoutException _) {
            breakOff(End.IDLE);
            return false;
        } catch (IOException _) {
            breakOff(way.gone);
            return false;
        }
        finish(way);
        return false;
    }

    private boolean write(Way way, ByteBuffer buffer) {
        try {
            way.to.write(buffer, limits.write());
            return true;
        } catch (IOException _) {
            breakOff(way.blocked);
            return false;
        }
    }

    private void finish(Way way) {
        try {
            way.to.finish();
        } catch (IOException _) {
            breakOff(way.blocked);
        }
    }

    /** Whatever goes one way keeps the other way open, too. */
    private void stir() {
        client.readWithin(idle);
        server.readWithin(idle);
    }

    private void breakOff(End how) {
        synchronized (ending) {
            end = end == End.FINISHED ? how : end;
        }
        if (how == End.IDLE) {
            client.close();
            server.close();
        } else {
            client.cut();
            server.cut();
        }
    }
}
