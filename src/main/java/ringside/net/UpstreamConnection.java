package ringside.net;

import java.io.Closeable;

/** One connection from the proxy to a server, with all that is reused on it. */
final class UpstreamConnection implements Closeable {
    private final Wire wire;
    private final Inlet in;
    private final Outlet out;
    private final ResponseHead head;
    private final BodyReader body;
    private long idleSince;
    private boolean rested;

    UpstreamConnection(Wire wire, Limits limits) {
        this.wire = wire;
        in = new Inlet(wire);
        out = new Outlet(wire, limits.write());
        head = new ResponseHead(limits);
        body = new BodyReader(in);
    }

    Wire wire() {
        return wire;
    }

    Inlet in() {
        return in;
    }

    Outlet out() {
        return out;
    }

    ResponseHead head() {
        return head;
    }

    BodyReader body() {
        return body;
    }

    /** Rests until it is needed again. */
    void rest() {
        wire.readAtLeisure();
        idleSince = wire.watchdog().nanos();
        rested = true;
    }

    /** Whether it has carried a request before. */
    boolean rested() {
        return rested;
    }

    /** Since when it rests, in the watchdog's time. */
    long idleSince() {
        return idleSince;
    }

    @Override
    public void close() {
        wire.close();
    }
}
