package ringside.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One of our own clients' connections to the proxy, used for one request after another. */
final class Caller implements Closeable {
    private static final byte[] HOST = Ascii.bytes(" HTTP/1.1\r\nHost: ");
    private static final byte[] CLIENT = Ascii.bytes("\r\nX-Ringside-Client: ");

    private final Wire wire;
    private final Inlet in;
    private final Outlet out;
    private final ResponseHead head;
    private final BodyReader body;
    private final String host;
    private final Secret secret;

    Caller(InetSocketAddress proxy, Setting setting) throws IOException {
        var limits = setting.limits();
        this.wire = Wire.to(proxy, limits.connect(), setting.watchdog());
        this.in = new Inlet(wire);
        this.out = new Outlet(wire, limits.write());
        this.head = new ResponseHead(limits);
        this.body = new BodyReader(in);
        this.host = Loopback.text(proxy);
        this.secret = setting.secret();
    }

    /**
     * Asks for a path as a client, and reads the answer to its end: whether another request may follow.
     *
     * @throws SocketTimeoutException when the end of the answer has not come in time
     */
    boolean get(String client, String path, Duration patience) throws IOException, BadMessage {
        out.put("GET ");
        out.put(path);
        out.put(HOST);
        out.put(host);
        out.put(CLIENT);
        out.put(secret.word());
        out.put(' ');
        out.put(client);
        out.endLine();
        out.endLine();
        out.flush();
        return read(patience);
    }

    private boolean read(Duration patience) throws IOException, BadMessage {
        wire.readWithin(patience);
        head.reset();
        in.rewind();
        while (!head.parse(in.bytes(), in.to(), false)) {
            if (!in.fill()) {
                throw new EOFException("closed without an answer");
            }
        }
        in.skip(head.end());
        body.begin(head.framing());
        for (int count = body.next(out); count > 0; count = body.next(out)) {
            body.take(count);
        }
        return head.keepAlive();
    }

    @Override
    public void close() {
        wire.close();
    }
}
