package ringside.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import ringside.engine.ServerId;

/** One of our own clients' connections to the proxy, used for one request after another. */
final class Caller implements Closeable {
    private static final byte[] HOST = Ascii.bytes(" HTTP/1.1\r\nHost: ");
    private static final byte[] COOKIE = Ascii.bytes("\r\nCookie: ");
    private static final byte[] CLIENT = Ascii.bytes("\r\nX-Ringside-Client: ");

    private final Entrances.Way way;
    private final Setting setting;
    private final Wire wire;
    private final Inlet in;
    private final Outlet out;
    private final ResponseHead head;
    private final BodyReader body;
    private final String host;
    private int port;
    private int asked;

    /** A connection by this way; where nobody looks into it, it is this client's alone. */
    Caller(Entrances.Way way, String client, Setting setting) throws IOException {
        var limits = setting.limits();
        var proxy = Loopback.at(way.port());
        this.way = way;
        this.setting = setting;
        this.wire = way.apart()
                ? Wire.from(from -> come(from, client), proxy, limits.connect(), setting.watchdog())
                : Wire.to(proxy, limits.connect(), setting.watchdog());
        this.in = new Inlet(wire);
        this.out = new Outlet(wire, limits.write());
        this.head = new ResponseHead(limits);
        this.body = new BodyReader(in);
        this.host = Loopback.text(proxy);
        if (way.encrypted()) {
            encrypt(client);
        }
    }

    private void come(int from, String client) {
        port = from;
        setting.callers().come(from, client);
    }

    /** Each client remembers sessions of its own. */
    private void encrypt(String client) throws IOException {
        try {
            wire.encrypt(
                    setting.encryption().asking("localhost", client.hashCode() & Integer.MAX_VALUE),
                    setting.limits().head());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** How often it was asked over. */
    int asked() {
        return asked;
    }

    /** Who says that the last answer is theirs, if anybody does whose name can be one. */
    Optional<ServerId> answeredBy() {
        var fields = head.fields();
        try {
            return fields.count(FieldName.X_RINGSIDE_SERVER) == 0
                    ? Optional.empty()
                    : Optional.of(new ServerId(fields.value(fields.place(FieldName.X_RINGSIDE_SERVER))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Where it came in. */
    Entrances.Way way() {
        return way;
    }

    /**
     * Asks for a path as a client, and reads the answer to its end: whether another request may follow.
     *
     * @throws SocketTimeoutException when the end of the answer has not come in time
     */
    boolean get(String client, String path, Duration patience) throws IOException, BadMessage {
        asked++;
        out.put("GET ");
        out.put(path);
        out.put(HOST);
        out.put(host);
        if (!way.apart()) {
            out.put(CLIENT);
            out.put(setting.secret().word());
            out.put(' ');
            out.put(client);
        }
        var cookies = setting.callers().cookies().of(client);
        if (!cookies.isEmpty()) {
            out.put(COOKIE);
            out.put(cookies);
        }
        out.endLine();
        out.endLine();
        out.flush();
        return read(client, patience);
    }

    private boolean read(String client, Duration patience) throws IOException, BadMessage {
        wire.readWithin(patience);
        head.reset();
        in.rewind();
        while (!head.parse(in.bytes(), in.to(), false)) {
            if (!in.fill()) {
                throw new EOFException("closed without an answer");
            }
        }
        takeCookies(client, head.fields());
        in.skip(head.end());
        body.begin(head.framing());
        for (int count = body.next(out); count > 0; count = body.next(out)) {
            body.take(count);
        }
        return head.keepAlive();
    }

    private void takeCookies(String client, Fields fields) {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.SET_COOKIE) {
                setting.callers().cookies().take(client, fields.value(i));
            }
        }
    }

    @Override
    public void close() {
        try {
            if (wire.secure()) {
                wire.finish();
            }
        } catch (IOException _) {
            // the proxy was first
        }
        wire.close();
        setting.callers().go(port);
    }
}
