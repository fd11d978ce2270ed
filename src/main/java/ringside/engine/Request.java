package ringside.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a balancer may look at when it chooses a server.
 *
 * @param client the client's address as text, such as {@code 10.0.0.1}
 * @param method such as {@code GET}
 * @param path the request target, such as {@code /cart?key=user:7}
 * @param headers name in lower case to value
 * @param key what hashing policies hash, such as {@code user:7}
 */
public record Request(String client, String method, String path, Map<String, String> headers, String key) {
    private static final String PARAMETER = "key=";

    public Request {
        headers = Map.copyOf(headers);
    }

    /** A GET without headers. */
    public Request(String client, String path, String key) {
        this(client, "GET", path, Map.of(), key);
    }

    /**
     * A request whose key is its {@code key} query parameter with its percent-escapes undone, or its whole target when it
     * has none.
     */
    public static Request of(String client, String target) {
        return new Request(client, target, keyOf(target));
    }

    /** A request that matters for its key alone. */
    public static Request keyed(String key) {
        return new Request("127.0.0.1", "/", key);
    }

    /** All that is seen of a connection that nobody looks into: whose it is, which is its key too. */
    public static Request unopened(String client) {
        return new Request(client, "", "", Map.of(), client);
    }

    private static String keyOf(String target) {
        int from = target.indexOf('?') + 1;
        while (from > 0) {
            int to = target.indexOf('&', from);
            int end = to < 0 ? target.length() : to;
            if (target.startsWith(PARAMETER, from)) {
                return unescaped(target.substring(from + PARAMETER.length(), end));
            }
            from = to + 1;
        }
        return target;
    }

    /** Undoes percent-escapes of UTF-8 (RFC 3986 §2.1); what is no escape stays as it is. */
    static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] escaped = text.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[escaped.length];
        int length = 0;
        for (int at = 0; at < escaped.length; length++) {
            int value = Escape.at(escaped, at);
            plain[length] = value < 0 ? escaped[at] : (byte) value;
            at += value < 0 ? 1 : 3;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }
}
