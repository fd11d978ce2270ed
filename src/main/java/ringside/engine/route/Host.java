package ringside.engine.route;

import java.util.Locale;

/** The host that a request names. */
final class Host {
    private Host() {}

    /** Without its port and the dot at its end, and in lower case, as names are compared (RFC 3986 §3.2.2). */
    static String of(String field) {
        int bracket = field.lastIndexOf(']');
        int colon = field.indexOf(':', bracket + 1);
        int end = colon < 0 ? field.length() : colon;
        if (end > 0 && field.charAt(end - 1) == '.') {
            end--;
        }
        return field.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
