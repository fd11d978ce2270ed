package ringside.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The proxy's side of one client's connection, with all that is reused on it. */
final class Client {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int MOST_DISCARDED = 1 << 20;

    private final Wire wire;
    private final Limits limits;
    private final Inlet in;
    private final Outlet out;
    private final RequestHead head;
    private final BodyReader body;
    private final String address;
    private final Runnable call;

    Client(Wire wire, Limits limits) throws IOException {
        this.wire = wire;
        this.limits = limits;
        in = new Inlet(wire);
        out = new Outlet(wire, limits.write());
        head = new RequestHead(limits);
        body = new BodyReader(in);
        address = Loopback.host(wire.peer());
        var thread = Thread.currentThread();
        call = () -> LockSupport.unpark(thread);
    }

    Wire wire() {
        return wire;
    }

    Limits limits() {
        return limits;
    }

    Inlet in() {
        return in;
    }

    Outlet out() {
        return out;
    }

    RequestHead head() {
        return head;
    }

    BodyReader body() {
        return body;
    }

    /** Whether its bytes come encrypted. */
    boolean secure() {
        return wire.secure();
    }

    /** Its address, without a port. */
    String address() {
        return address;
    }

    /** Calls the thread that this was made on, which carries all of its requests, out of a line. */
    Runnable call() {
        return call;
    }

    /** Waits for the next request's head: false when the client has closed, or said nothing for too long. */
    boolean awaitHead() throws IOException, BadMessage {
        head.reset();
        in.rewind();
        wire.readWithin(limits.idle());
        if (in.available() == 0 && !arrives()) {
            return false;
        }
        wire.readWithin(limits.head());
        try {
            while (!head.parse(in.bytes(), in.to())) {
                if (!in.fill()) {
                    return false;
                }
            }
        } catch (SocketTimeoutException _) {
            throw new BadMessage(408, "the head did not come in time");
        }
        wire.readAtLeisure();
        in.skip(head.end());
        body.begin(head.framing());
        return true;
    }

    private boolean arrives() throws IOException {
        try {
            return in.fill();
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /** Closes for sending, and reads what the client still sends for a little while, so that it gets the last answer. */
    void linger() throws IOException {
        wire.finish();
        wire.readWithin(LINGER);
        var rest = ByteBuffer.allocate(4096);
        for (int discarded = 0, n = 0; n >= 0 && discarded < MOST_DISCARDED; discarded += n) {
            n = wire.read(rest.clear());
        }
    }
}
