package ringside.world;

import java.nio.charset.StandardCharsets;

/** Writes text into a URI. */
final class Query {
    /** What may stand there as it is (RFC 3986 §3.4), but for {@code & = + ;}, which separate or mean something else. */
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:@/?!$'()*,";

    private static final String HEX = "0123456789ABCDEF";

    private Query() {}

    static String encode(String text) {
        if (text.chars().allMatch(Query::plain)) {
            return text;
        }
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return encoded.toString();
    }

    /** Whether a text is a path that stands in a request as it is, without a query (RFC 3986 §3.3). */
    static boolean path(String text) {
        return text.startsWith("/") && text.chars().allMatch(c -> c != '?' && plain(c));
    }

    private static boolean plain(int c) {
        return PLAIN.indexOf(c) >= 0;
    }
}
