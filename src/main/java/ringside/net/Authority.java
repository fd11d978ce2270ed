package ringside.net;

import java.util.Locale;

/** A host and perhaps a port, as in a Host field (RFC 3986 §3.2, RFC 9110 §7.2); reused from request to request. */
final class Authority {
    private static final byte[] LOCALHOST = Ascii.bytes("localhost");
    private static final byte[] LOCALHOST_ROOTED = Ascii.bytes("localhost.");
    private static final byte[] LOOPBACK_6 = Ascii.bytes("[::1]");
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int from;
    private int hostTo;
    private int to;

    /** Reads a range; anything but a host and an optional port is refused. */
    void read(byte[] array, int first, int end) throws BadMessage {
        bytes = array;
        from = first;
        to = end;
        hostTo = first < end && array[first] == '[' ? literalEnd() : nameEnd();
        if (hostTo == from) {
            throw BadMessage.malformed("Host names a host");
        }
        if (hostTo < to) {
            checkPort();
        }
    }

    private int nameEnd() throws BadMessage {
        int i = from;
        while (i < to && bytes[i] != ':') {
            if (!Ascii.regName(bytes[i]) || (bytes[i] == '%' && !escape(i))) {
                throw BadMessage.malformed("Host is a name or an address, with a port or without");
            }
            i++;
        }
        if (i - from > 255 || (i - from == 1 && bytes[from] == '.')) {
            throw BadMessage.malformed("Host is a name of 1 to 255 characters");
        }
        return i;
    }

    private boolean escape(int i) {
        return i + 2 < to && Ascii.hex(bytes[i + 1]) < 16 && Ascii.hex(bytes[i + 2]) < 16;
    }

    private int literalEnd() throws BadMessage {
        int close = from + 1;
        while (close < to && bytes[close] != ']') {
            close++;
        }
        if (close == to || !(Ipv6.is(bytes, from + 1, close) || future(close))) {
            throw BadMessage.malformed("an address in brackets is IPv6");
        }
        return close + 1;
    }

    /** Whether what is in the brackets is of a kind still to come: v, a version, a dot and more. */
    private boolean future(int close) {
        int i = from + 2;
        while (i < close && Ascii.hex(bytes[i]) < 16) {
            i++;
        }
        boolean good = (bytes[from + 1] | 0x20) == 'v' && i > from + 2 && i + 1 < close && bytes[i] == '.';
        while (good && ++i < close) {
            good = bytes[i] == ':' || (Ascii.regName(bytes[i]) && bytes[i] != '%');
        }
        return good;
    }

    private void checkPort() throws BadMessage {
        int port = 0;
        for (int i = hostTo + 1; i < to; i++) {
            if (!Ascii.digit(bytes[i]) || port > 65535) {
                throw BadMessage.malformed("a port is a whole number up to 65535");
            }
            port = port * 10 + bytes[i] - '0';
        }
        if (bytes[hostTo] != ':' || port > 65535) {
            throw BadMessage.malformed("a port is a whole number up to 65535");
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether it is another's equal, in any case; no port is the same as the scheme's own. */
    boolean agreesWith(Authority other, int usual) {
        return Ascii.same(bytes, from, hostTo, other.from, other.hostTo) && port(usual) == other.port(usual);
    }

    private int port(int usual) {
        int port = 0;
        for (int i = hostTo + 1; i < to; i++) {
            port = port * 10 + bytes[i] - '0';
        }
        return hostTo + 1 >= to ? usual : port;
    }

    /** The host in small letters, without a port and the dot of the root. */
    String name() {
        var text = Ascii.text(bytes, from, hostTo).toLowerCase(Locale.ROOT);
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether the host is this very machine by a name or address that no resolver can bend: localhost, 127.x.y.z, ::1. */
    boolean loopback() {
        return Ascii.same(bytes, from, hostTo, LOCALHOST)
                || Ascii.same(bytes, from, hostTo, LOCALHOST_ROOTED)
                || Ascii.same(bytes, from, hostTo, LOOPBACK_6)
                || startsWith127();
    }

    private boolean startsWith127() {
        return hostTo - from > 4
                && bytes[from] == '1'
                && bytes[from + 1] == '2'
                && bytes[from + 2] == '7'
                && Ipv6.ipv4(bytes, from, hostTo);
    }
}
