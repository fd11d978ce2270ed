package ringside.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is hashed, in nginx's words: text with variables in it, such as {@code $arg_user} or
 * {@code $host$request_uri}.
 *
 * <p>A variable that a request has no value for stands for nothing. What {@code $arg_} and {@code $request_uri} stand for
 * is raw: percent-escapes are not undone. In {@code $uri} they are, and {@code $host} is in small letters and without the
 * port, as nginx 1.22.1 answered for each.
 */
public final class KeyRule {
    /** The {@code key} query parameter, or the whole target. */
    public static final KeyRule STANDARD = new KeyRule("");

    /** The variables there are; those that end with an underscore go on with a name. */
    public static final List<String> VARIABLES = List.of(
            "$arg_",
            "$http_",
            "$cookie_",
            "$remote_addr",
            "$request_uri",
            "$uri",
            "$args",
            "$query_string",
            "$is_args",
            "$host",
            "$http_host",
            "$request_method",
            "$scheme");

    private final String written;
    private final Set<String> fields = new LinkedHashSet<>();
    private final List<Function<Request, String>> pieces;

    /**
     * The rule that is written so.
     *
     * @param written empty for the {@code key} query parameter with its percent-escapes undone, or the whole target without
     *     one
     * @throws IllegalArgumentException when a variable is none of {@link #VARIABLES}
     */
    public KeyRule(String written) {
        this.written = written;
        this.pieces = pieces(written);
    }

    /** The rule as it is written; empty for the standard one. */
    public String written() {
        return written;
    }

    /** The header fields that it looks at, in lower case. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(fields);
    }

    /** The text that is hashed for a request. */
    public String of(Request request) {
        if (written.isEmpty()) {
            return Request.of(request.client(), request.path()).key();
        }
        var key = new StringBuilder();
        pieces.forEach(piece -> key.append(piece.apply(request)));
        return key.toString();
    }

    /** The same request with the key that this rule gives it. */
    public Request keyed(Request request) {
        return new Request(request.client(), request.method(), request.path(), request.headers(), of(request));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyRule rule && rule.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written.isEmpty() ? "$arg_key, or the whole target" : written;
    }

    private List<Function<Request, String>> pieces(String text) {
        var pieces = new ArrayList<Function<Request, String>>();
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            int end = dollar < 0 ? text.length() : dollar;
            var plain = text.substring(at, end);
            pieces.add(_ -> plain);
            at = end;
            if (dollar >= 0) {
                boolean braced = text.startsWith("{", dollar + 1);
                int from = dollar + (braced ? 2 : 1);
                int to = from;
                while (to < text.length() && isNamed(text.charAt(to))) {
                    to++;
                }
                if (braced && !text.startsWith("}", to)) {
                    throw new IllegalArgumentException("a } is missing after " + text.substring(dollar, to));
                }
                pieces.add(variable(text.substring(from, to)));
                at = braced ? to + 1 : to;
            }
        }
        return pieces;
    }

    private static boolean isNamed(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private Function<Request, String> variable(String name) {
        return switch (name) {
            case "remote_addr" -> Request::client;
            case "request_uri" -> Request::path;
            case "args", "query_string" -> KeyRule::query;
            case "is_args" -> request -> query(request).isEmpty() ? "" : "?";
            case "uri", "document_uri" -> request -> NginxUri.of(request.path());
            case "host" -> {
                fields.add("host");
                yield request -> host(header(request, "host"));
            }
            case "http_host" -> field("host");
            case "request_method" -> Request::method;
            case "scheme" -> _ -> "http";
            default -> named(name);
        };
    }

    private Function<Request, String> named(String name) {
        int underscore = name.indexOf('_');
        var rest = name.substring(underscore + 1).toLowerCase(Locale.ROOT);
        return switch (rest.isEmpty() ? "" : name.substring(0, underscore + 1)) {
            case "arg_" -> request -> pair(query(request), "&", rest);
            case "http_" -> field(rest.replace('_', '-'));
            case "cookie_" -> field("cookie").andThen(cookies -> pair(cookies, ";", rest));
            default ->
                throw new IllegalArgumentException(
                        "$" + name + " is no variable that can be hashed; there are " + String.join(", ", VARIABLES));
        };
    }

    private Function<Request, String> field(String name) {
        fields.add(name);
        return request -> header(request, name);
    }

    private static String header(Request request, String name) {
        return request.headers().getOrDefault(name, "");
    }

    /** A host in small letters, without its port and the dot of the root. */
    private static String host(String header) {
        int colon = header.indexOf(':', Math.max(0, header.indexOf(']')));
        var host = (colon < 0 ? header : header.substring(0, colon)).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String query(Request request) {
        int mark = request.path().indexOf('?');
        return mark < 0 ? "" : request.path().substring(mark + 1);
    }

    /** The value of the first {@code name=value} with this name, in any case, among those between separators. */
    private static String pair(String text, String separator, String name) {
        for (var pair : text.split(separator, -1)) {
            var stripped = pair.strip();
            int equals = stripped.indexOf('=');
            if (equals == name.length() && stripped.regionMatches(true, 0, name, 0, equals)) {
                return stripped.substring(equals + 1);
            }
        }
        return "";
    }
}
