package ringside.net;

import java.io.IOException;
import java.util.Optional;
import ringside.engine.ServerId;

/** Writes answers' heads for clients: a server's, anew from its parsed parts, or the proxy's own. */
final class ResponseWriter {
    private static final byte[] VERSION = Ascii.bytes("HTTP/1.1 ");
    private static final byte[] CHUNKED = Ascii.bytes("Transfer-Encoding: chunked\r\n");
    private static final byte[] VIA = Ascii.bytes("Via: ");
    private static final byte[] VIA_OURS = Ascii.bytes("1.1 ringside\r\nX-Ringside-Request: ");
    private static final byte[] REQUEST = Ascii.bytes("X-Ringside-Request: ");
    private static final byte[] SERVER = Ascii.bytes("\r\nX-Ringside-Server: ");
    private static final byte[] COOKIE = Ascii.bytes("Set-Cookie: ");
    private static final byte[] RETRY_AFTER = Ascii.bytes("\r\nRetry-After: ");
    private static final byte[] CLOSE = Ascii.bytes("Connection: close\r\n");
    private static final byte[] KEEP = Ascii.bytes("Connection: keep-alive\r\n");
    private static final byte[] TEXT = Ascii.bytes("\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ");
    private static final byte[] VIA_OURS_ALONE = Ascii.bytes("1.1 ringside\r\n");
    private static final byte[] CONTINUE = Ascii.bytes("HTTP/1.1 100 Continue\r\n\r\n");

    /**
     * How an answer goes to its client.
     *
     * @param request the request's number
     * @param http11 whether the client speaks HTTP/1.1
     * @param chunked whether the body goes in chunks
     * @param keep whether the connection stays open
     * @param cookie the value of the field that keeps the client at its server, if it needs one
     */
    record Manner(long request, boolean http11, boolean chunked, boolean keep, Optional<String> cookie) {}

    private ResponseWriter() {}

    static void write(ResponseHead head, ServerId server, Manner manner, Outlet out) throws IOException {
        copy(head, out);
        putFraming(head, manner, out);
        putPath(head, manner.request(), server, out);
        if (manner.cookie().isPresent()) {
            out.put(COOKIE);
            out.put(manner.cookie().get());
            out.endLine();
        }
        putConnection(manner.http11(), manner.keep(), out);
        out.endLine();
    }

    /** Writes an answer that another follows (RFC 9110 §15.2), and sends it. */
    static void writeInterim(ResponseHead head, Outlet out) throws IOException {
        copy(head, out);
        out.put(VIA);
        RequestWriter.putEarlier(head.fields(), FieldName.VIA, out);
        out.put(VIA_OURS_ALONE);
        out.endLine();
        out.flush();
    }

    /** Writes the last answer before the connection changes to another protocol, and sends it. */
    static void writeSwitch(ResponseHead head, ServerId server, Asked asked, String protocol, Outlet out)
            throws IOException {
        copy(head, out);
        putPath(head, asked.number(), server, out);
        RequestWriter.putUpgrade(protocol, out);
        out.endLine();
        out.flush();
    }

    private static void copy(ResponseHead head, Outlet out) throws IOException {
        var fields = head.fields();
        out.put(VERSION);
        out.put(head.status());
        out.put(' ');
        out.put(fields.bytes(), head.reasonFrom(), head.reasonTo() - head.reasonFrom());
        out.endLine();
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i).copiedInResponses() && !head.options().nominates(fields, i)) {
                RequestWriter.copy(fields, i, out);
            }
        }
    }

    private static void putPath(ResponseHead head, long request, ServerId server, Outlet out) throws IOException {
        out.put(VIA);
        RequestWriter.putEarlier(head.fields(), FieldName.VIA, out);
        out.put(VIA_OURS);
        out.put(request);
        out.put(SERVER);
        out.put(server.name());
        out.endLine();
    }

    private static void putFraming(ResponseHead head, Manner manner, Outlet out) throws IOException {
        if (manner.chunked()) {
            out.put(CHUNKED);
            RequestWriter.putTrailer(head.fields(), out);
        } else if (head.framing() instanceof Framing.Length(var length)) {
            RequestWriter.putLength(length, out);
        } else if (head.framing() instanceof Framing.None && head.saidLength() instanceof Framing.Length(var length)) {
            RequestWriter.putLength(length, out);
        }
    }

    private static void putConnection(boolean http11, boolean keep, Outlet out) throws IOException {
        if (!keep) {
            out.put(CLOSE);
        } else if (!http11) {
            out.put(KEEP);
        }
    }

    /** Asks the client for the body it holds back. */
    static void putContinue(Outlet out) throws IOException {
        out.put(CONTINUE);
        out.flush();
    }

    /** Writes an error of the proxy's own: a few words of plain text. */
    static void writePage(Page page, long request, Optional<ServerId> server, Outlet out) throws IOException {
        var text = Ascii.bytes(page.status() + " " + Page.reason(page.status()) + ": " + page.sentence() + "\n");
        out.put(VERSION);
        out.put(page.status());
        out.put(' ');
        out.put(Page.reason(page.status()));
        out.endLine();
        out.put(REQUEST);
        out.put(request);
        if (server.isPresent()) {
            out.put(SERVER);
            out.put(server.get().name());
        }
        if (page.retryAfter().isPresent()) {
            out.put(RETRY_AFTER);
            out.put(page.retryAfter().get());
        }
        out.put(TEXT);
        out.put(text.length);
        out.endLine();
        putConnection(page.http11(), page.keep(), out);
        out.endLine();
        if (!page.toHead()) {
            out.put(text);
        }
        out.flush();
    }
}
