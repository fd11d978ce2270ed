package ringside.world;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The cookies that a world's own clients carry, each its own, as a browser would (RFC 6265 §5.3). For any thread. */
public final class CookieJars {
    private static final int MOST = 20;

    private final Map<String, Map<String, String>> jars = new ConcurrentHashMap<>();

    /** The value of the {@code Cookie} field of a client's next request; nothing when it has none. */
    public String of(String client) {
        var jar = jars.isEmpty() ? null : jars.get(client);
        return jar == null
                ? ""
                : jar.entrySet().stream()
                        .map(c -> c.getKey() + "=" + c.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** A client takes what a {@code Set-Cookie} field says, without its attributes; a 21st cookie is left. */
    public void take(String client, String field) {
        int end = field.indexOf(';') < 0 ? field.length() : field.indexOf(';');
        int is = field.indexOf('=');
        if (is > 0 && is < end) {
            jars.compute(client, (_, before) -> {
                var after = new TreeMap<>(before == null ? Map.of() : before);
                if (after.size() < MOST || after.containsKey(field.substring(0, is))) {
                    after.put(field.substring(0, is), field.substring(is + 1, end));
                }
                return after;
            });
        }
    }
}
