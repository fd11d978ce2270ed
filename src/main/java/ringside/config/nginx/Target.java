package ringside.config.nginx;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a {@code proxy_pass} leads.
 *
 * @param url the word it was read from
 * @param host the host, and its port if it has one
 * @param path whether a path follows, which takes the place of the location's
 * @param port the port when it has none: 80, or 443 for {@code https}
 */
record Target(Word url, String host, boolean path, int port) {
    private static final String PLAIN = "http://";
    private static final String SECURE = "https://";

    /**
     * Reads a URL; empty when a variable says where it leads.
     *
     * @throws ringside.config.BadInput when it is none that nginx takes
     */
    static Optional<Target> of(Word url) {
        Variables.check(url);
        var text = url.text();
        boolean secure = text.regionMatches(true, 0, SECURE, 0, SECURE.length());
        if (!secure && !text.regionMatches(true, 0, PLAIN, 0, PLAIN.length())) {
            if (text.indexOf('$') >= 0) {
                return Optional.empty();
            }
            throw url.wrong("is no URL; write http:// before it");
        }
        var rest = text.substring(secure ? SECURE.length() : PLAIN.length());
        int end = hostEnd(rest);
        if (rest.startsWith("$", end) && !isPath(rest.substring(end))) {
            return Optional.empty();
        }
        return Optional.of(new Target(url, rest.substring(0, end), end < rest.length(), secure ? 443 : 80));
    }

    private static int hostEnd(String rest) {
        boolean socket = Endpoint.isSocket(rest);
        var ends = socket ? ":$" : "/?$";
        return IntStream.range(socket ? "unix:".length() : 0, rest.length())
                .filter(i -> ends.indexOf(rest.charAt(i)) >= 0)
                .findFirst()
                .orElse(rest.length());
    }

    /** Whether what begins with a variable is a path, and no more of a host. */
    private static boolean isPath(String text) {
        return text.startsWith("$request_uri") || text.startsWith("$uri");
    }
}
