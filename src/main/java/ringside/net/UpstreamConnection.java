package ringside.net;

import java.io.Closeable;

/** One connection from the proxy to a server, with all that is reused on it. */
final class UpstreamConnection implements Closeable {
    private final Wire wire;
    private final Inlet in;
    private final Outlet out;
    private final ResponseHead head;
    private final BodyReader body;
    private long restsSince;
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
        restsSince = System.nanoTime();
        rested = true;
    }

    /** Whether it has carried a request before. */
    boolean rested() {
        return rested;
    }

    /** For how long it has been resting. */
    long restedNanos() {
        return System.nanoTime() - restsSince;
    }

    @Override
    public void close() {
        wire.close();
    }
}
