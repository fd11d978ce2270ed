package ringside.engine;

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

    /** A request whose key is its {@code key} query parameter, or its whole target when it has none. */
    public static Request of(String client, String target) {
        return new Request(client, target, keyOf(target));
    }

    /** A request that matters for its key alone. */
    public static Request keyed(String key) {
        return new Request("127.0.0.1", "/", key);
    }

    private static String keyOf(String target) {
        int from = target.indexOf('?') + 1;
        while (from > 0) {
            int to = target.indexOf('&', from);
            int end = to < 0 ? target.length() : to;
            if (target.startsWith(PARAMETER, from)) {
                return target.substring(from + PARAMETER.length(), end);
            }
            from = to + 1;
        }
        return target;
    }
}
