package ringside.net;

import java.io.IOException;

/** Writes who asked, for which host and how, for servers that see only the proxy (RFC 7239). */
final class Forwarded {
    private static final byte[] NAME = Ascii.bytes("Forwarded: ");
    private static final byte[] FOR = Ascii.bytes("for=");
    private static final byte[] UNKNOWN = Ascii.bytes("unknown");
    private static final byte[] HOST = Ascii.bytes(";host=\"");
    private static final byte[] PROTO = Ascii.bytes(";proto=");

    private Forwarded() {}

    /** Writes the field: what earlier hops said, if it reads in one way, and this hop. */
    static void write(RequestHead head, Asked asked, Outlet out) throws IOException {
        out.put(NAME);
        if (whole(head.fields())) {
            RequestWriter.putEarlier(head.fields(), FieldName.FORWARDED, out);
        }
        out.put(FOR);
        putNode(asked.what().client(), out);
        if (head.hosted()) {
            var host = head.authority();
            out.put(HOST);
            out.put(head.fields().bytes(), host.from(), host.to() - host.from());
            out.put('"');
        }
        out.put(PROTO);
        out.put(asked.scheme());
        out.endLine();
    }

    /** Whether no earlier value leaves a quote open, which would swallow what is put behind it. */
    private static boolean whole(Fields fields) {
        for (int i = 0; i < fields.count(); i++) {
            if (fields.name(i) == FieldName.FORWARDED
                    && !closed(fields.bytes(), fields.valueFrom(i), fields.valueTo(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean closed(byte[] bytes, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (quoted && bytes[i] == '\\') {
                i++;
            }
        }
        return !quoted;
    }

    /** Puts a client's address; one with colons in brackets and quotes, and a name that is no address as unknown. */
    private static void putNode(String client, Outlet out) throws IOException {
        boolean colons = false;
        for (int i = 0; i < client.length(); i++) {
            char c = client.charAt(i);
            colons |= c == ':';
            if (c != ':' && c != '.' && Character.digit(c, 16) < 0) {
                out.put(UNKNOWN);
                return;
            }
        }
        if (colons) {
            out.put("\"[");
            out.put(client);
            out.put("]\"");
        } else {
            out.put(client);
        }
    }
}
