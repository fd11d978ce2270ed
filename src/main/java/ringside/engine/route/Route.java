package ringside.engine.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends the requests that meet all its conditions to a pool.
 *
 * @param host which hosts it is for
 * @param path which paths
 * @param fields what else must hold; none for nothing else
 * @param pool the name of the pool they go to
 */
public record Route(HostMatch host, PathMatch path, List<FieldMatch> fields, String pool) {
    public Route {
        fields = List.copyOf(fields);
        if (pool.isBlank()) {
            throw new IllegalArgumentException("a route leads to a pool with a name, not to \"" + pool + "\"");
        }
    }

    /** A route for a path and all that lies under it, on any host. */
    public static Route under(String path, String pool) {
        return new Route(new HostMatch.Any(), new PathMatch.Under(path), List.of(), pool);
    }

    /** What it says of a request with such a host, such a path in normal form, and such header fields. */
    Verdict judge(String hostname, String normalPath, Map<String, String> given) {
        if (!host.matches(hostname)) {
            return new Verdict.OtherHost(hostname);
        }
        if (!path.matches(normalPath)) {
            return new Verdict.OtherPath(normalPath);
        }
        for (var field : fields) {
            if (!field.matches(given)) {
                return new Verdict.OtherField(field);
            }
        }
        return Verdict.Matches.INSTANCE;
    }

    /** Whether another route has the very same conditions. */
    boolean sameConditions(Route other) {
        return host.equals(other.host)
                && path.equals(other.path)
                && fields.size() == other.fields.size()
                && fields.containsAll(other.fields);
    }

    /** What a route says of a request. */
    public sealed interface Verdict {
        /** It is for it. */
        record Matches() implements Verdict {
            static final Matches INSTANCE = new Matches();
        }

        /** It is not for the request's host. */
        record OtherHost(String host) implements Verdict {}

        /** It is not for the request's path, which in normal form is this. */
        record OtherPath(String path) implements Verdict {}

        /** The request does not meet this condition. */
        record OtherField(FieldMatch condition) implements Verdict {}
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(host + " " + path), fields.stream().map(Object::toString))
                        .collect(Collectors.joining(", "))
                + " -> " + pool;
    }
}
