package ringside.net;

import java.io.IOException;

/** Writes a request anew for a server, from its parsed parts: never a byte that was not understood. */
final class RequestWriter {
    private static final byte[] VERSION_AND_HOST = Ascii.bytes(" HTTP/1.1\r\nHost: ");
    private static final byte[] LENGTH = Ascii.bytes("Content-Length: ");
    private static final byte[] CHUNKED = Ascii.bytes("Transfer-Encoding: chunked\r\n");
    private static final byte[] CONTINUE = Ascii.bytes("Expect: 100-continue\r\n");
    private static final byte[] VIA = Ascii.bytes("Via: ");
    private static final byte[] VIA_OURS = Ascii.bytes(" ringside\r\n");
    private static final byte[] FORWARDED_FOR = Ascii.bytes("X-Forwarded-For: ");
    private static final byte[] FORWARDED_HOST = Ascii.bytes("X-Forwarded-Host: ");
    private static final byte[] FORWARDED_PROTO = Ascii.bytes("X-Forwarded-Proto: ");
    private static final byte[] REQUEST = Ascii.bytes("X-Ringside-Request: ");
    private static final byte[] TRAILER = Ascii.bytes("Trailer: ");
    private static final byte[] TRAILERS = Ascii.bytes("Connection: TE\r\nTE: trailers\r\n");
    private static final byte[] UPGRADE = Ascii.bytes("Connection: Upgrade\r\nUpgrade: ");
    private static final byte[] RUN = Ascii.bytes("X-Ringside-Run: ");
    private static final byte[] LIST = {',', ' '};
    private static final byte[] COLON = {':', ' '};

    private RequestWriter() {}

    /** Writes the head of what is asked, for one server. */
    static void write(RequestHead head, Upstream to, Outlet out, Asked asked, Secret secret) throws IOException {
        var bytes = head.fields().bytes();
        out.put(bytes, head.methodFrom(), head.methodTo() - head.methodFrom());
        out.put(' ');
        head.target().writeTo(out, bytes);
        out.put(VERSION_AND_HOST);
        putHost(head, to, out);
        copyFields(head, out);
        putFraming(head, out);
        putConnection(head, asked, out);
        putPath(head, out, asked);
        if (to.ours()) {
            out.put(RUN);
            out.put(secret.word());
            out.endLine();
        }
        out.endLine();
    }

    private static void putHost(RequestHead head, Upstream to, Outlet out) throws IOException {
        if (head.hosted()) {
            var host = head.authority();
            out.put(head.fields().bytes(), host.from(), host.to() - host.from());
        } else {
            out.put(to.authority());
        }
        out.endLine();
    }

    private static void copyFields(RequestHead head, Outlet out) throws IOException {
        var fields = head.fields();
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i).copiedInRequests() && !head.options().nominates(fields, i)) {
                copyOne(head, i, out);
            }
        }
    }

    private static void copyOne(RequestHead head, int place, Outlet out) throws IOException {
        if (head.fields().name(place) == FieldName.MAX_FORWARDS) {
            MaxForwards.write(head, place, out);
        } else {
            copy(head.fields(), place, out);
        }
    }

    /** Copies one field, trimmed. */
    static void copy(Fields fields, int place, Outlet out) throws IOException {
        out.put(fields.bytes(), fields.nameFrom(place), fields.nameTo(place) - fields.nameFrom(place));
        out.put(COLON);
        out.put(fields.bytes(), fields.valueFrom(place), fields.valueTo(place) - fields.valueFrom(place));
        out.endLine();
    }

    private static void putFraming(RequestHead head, Outlet out) throws IOException {
        switch (head.framing()) {
            case Framing.Length(var length) -> putLength(length, out);
            case Framing.Chunked _ -> {
                out.put(CHUNKED);
                putTrailer(head.fields(), out);
            }
            case Framing.None _, Framing.UntilClose _ -> {}
        }
        if (head.awaitsContinue()) {
            out.put(CONTINUE);
        }
    }

    /** Says which fields follow a chunked body, if the message said so. */
    static void putTrailer(Fields fields, Outlet out) throws IOException {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.TRAILER) {
                out.put(TRAILER);
                out.put(fields.bytes(), fields.valueFrom(i), fields.valueTo(i) - fields.valueFrom(i));
                out.endLine();
            }
        }
    }

    private static void putConnection(RequestHead head, Asked asked, Outlet out) throws IOException {
        if (asked.upgrade().isPresent()) {
            putUpgrade(asked.upgrade().get(), out);
        } else if (head.takesTrailers()) {
            out.put(TRAILERS);
        }
    }

    /** Names the protocol to change to, for this connection alone. */
    static void putUpgrade(String protocol, Outlet out) throws IOException {
        out.put(UPGRADE);
        out.put(protocol);
        out.endLine();
    }

    static void putLength(long length, Outlet out) throws IOException {
        out.put(LENGTH);
        out.put(length);
        out.endLine();
    }

    private static void putPath(RequestHead head, Outlet out, Asked asked) throws IOException {
        out.put(VIA);
        putEarlier(head.fields(), FieldName.VIA, out);
        out.put(head.http11() ? "1.1" : "1.0");
        out.put(VIA_OURS);
        out.put(FORWARDED_FOR);
        putEarlier(head.fields(), FieldName.X_FORWARDED_FOR, out);
        out.put(asked.what().client());
        out.endLine();
        if (head.hosted()) {
            out.put(FORWARDED_HOST);
            var host = head.authority();
            out.put(head.fields().bytes(), host.from(), host.to() - host.from());
            out.endLine();
        }
        out.put(FORWARDED_PROTO);
        out.put(asked.scheme());
        out.endLine();
        Forwarded.write(head, asked, out);
        out.put(REQUEST);
        out.put(asked.number());
        out.endLine();
    }

    /** Puts what earlier hops said in this list field, to be continued. */
    static void putEarlier(Fields fields, FieldName name, Outlet out) throws IOException {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == name && fields.valueTo(i) > fields.valueFrom(i)) {
                out.put(fields.bytes(), fields.valueFrom(i), fields.valueTo(i) - fields.valueFrom(i));
                out.put(LIST);
            }
        }
    }
}
