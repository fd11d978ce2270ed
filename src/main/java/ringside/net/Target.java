package ringside.net;

import java.util.Arrays;

/** What a request asks for, in one of the forms of RFC 9112 §3.2; reused from request to request. */
final class Target {
    private static final byte[] HTTP = Ascii.bytes("http://");
    private static final byte[] HTTPS = Ascii.bytes("https://");
    private static final byte[] OPTIONS = Ascii.bytes("OPTIONS");
    private static final byte[] CONNECT = Ascii.bytes("CONNECT");
    private static final byte[] TRACE = Ascii.bytes("TRACE");
    private static final byte[] NOTHING = {};

    private final Authority authority = new Authority();
    private byte[] bytes = NOTHING;
    private int authorityFrom;
    private int authorityTo;
    private int from;
    private int to;
    private boolean absolute;
    private boolean secure;
    private boolean asterisk;
    private boolean optionsOfAll;

    /** Reads a range without blanks; it holds no control bytes. */
    void read(byte[] array, int first, int end) throws BadMessage {
        bytes = array;
        from = first;
        to = end;
        absolute = false;
        optionsOfAll = false;
        asterisk = end - first == 1 && array[first] == '*';
        for (int i = first; i < end; i++) {
            if (array[i] <= ' ' || array[i] == '#' || array[i] == '\\') {
                throw BadMessage.malformed("a request target is made of visible ASCII characters without # and \\");
            }
        }
        if (array[first] != '/' && !asterisk) {
            readAbsolute();
        }
    }

    private void readAbsolute() throws BadMessage {
        secure = startsWith(HTTPS);
        int scheme = startsWith(HTTP) ? HTTP.length : secure ? HTTPS.length : 0;
        authorityFrom = from + scheme;
        authorityTo = authorityFrom;
        absolute = scheme > 0;
        while (authorityTo < to && bytes[authorityTo] != '/' && bytes[authorityTo] != '?') {
            authorityTo++;
        }
        if (absolute) {
            authority.read(bytes, authorityFrom, authorityTo);
            from = authorityTo;
        }
    }

    private boolean startsWith(byte[] lower) {
        return to - from >= lower.length && Ascii.same(bytes, from, from + lower.length, lower);
    }

    /** Refuses forms that the method does not go with. */
    void checkFor(byte[] array, int methodFrom, int methodTo) throws BadMessage {
        if (is(CONNECT, array, methodFrom, methodTo) || is(TRACE, array, methodFrom, methodTo)) {
            throw new BadMessage(501, "this proxy neither makes tunnels nor traces");
        }
        boolean options = is(OPTIONS, array, methodFrom, methodTo);
        if (asterisk && !options) {
            throw BadMessage.malformed("the target * is for OPTIONS");
        }
        if (!absolute && !asterisk && bytes[from] != '/') {
            throw BadMessage.malformed("a request target begins with / or http://");
        }
        optionsOfAll = options && absolute && from == to;
    }

    private static boolean is(byte[] name, byte[] array, int methodFrom, int methodTo) {
        return Arrays.equals(array, methodFrom, methodTo, name, 0, name.length);
    }

    /** Whether it names a host itself. */
    boolean absolute() {
        return absolute;
    }

    /** The port that its scheme has when it names none. */
    int usualPort() {
        return secure ? 443 : 80;
    }

    /** The host it names, when it is absolute. */
    Authority authority() {
        return authority;
    }

    /** Writes it in origin form, as a server wants it. */
    void writeTo(Outlet out, byte[] array) throws java.io.IOException {
        if (optionsOfAll) {
            out.put('*');
        } else if (absolute && (from == to || array[from] != '/')) {
            out.put('/');
        }
        out.put(array, from, to - from);
    }

    /** The origin form as text. */
    String text(byte[] array) {
        var text = Ascii.text(array, from, to);
        return optionsOfAll ? "*" : !absolute || text.startsWith("/") ? text : "/" + text;
    }
}
