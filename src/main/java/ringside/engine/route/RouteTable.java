package ringside.engine.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringside.engine.Request;

/** Routes, of which the most specific that matches decides. */
public final class RouteTable {
    /*
     * By host first: a host before a wildcard, a longer wildcard before a shorter, "*" last. Of routes with the same host
     * by path: an exact path, then the longest prefix. Of those by the number of conditions on header fields, more first.
     * What is still equal is looked at in the order written. Kubernetes' Gateway API has the same order; nginx has it for
     * host and path but stays with a host once chosen: there, a request whose path no location of its server has goes
     * nowhere, here it may still match a route for any host.
     *
     * The request's host is that of an absolute target, else its "host" field (RFC 9112 §3.2.2).
     */
    private static final Comparator<Route> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Route route) -> route.host().rank())
            .thenComparingInt(route -> route.path().rank())
            .thenComparingInt(route -> route.fields().size())
            .reversed();

    private final List<Route> routes;

    /**
     * What became of one route when a request was matched.
     *
     * @param route which
     * @param verdict why it was, or was not, the one
     */
    public record Considered(Route route, Route.Verdict verdict) {}

    /**
     * A table of these routes.
     *
     * @throws IllegalArgumentException when two have the same conditions, of which the second could never be reached
     */
    public RouteTable(List<Route> routes) {
        for (int second = 1; second < routes.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (routes.get(first).sameConditions(routes.get(second))) {
                    throw new IllegalArgumentException("route " + (second + 1) + " (" + routes.get(second)
                            + ") can never match: route " + (first + 1) + " has the same conditions");
                }
            }
        }
        this.routes = routes.stream().sorted(MOST_SPECIFIC_FIRST).toList();
    }

    /** These routes and one more, which takes the place of one with the same conditions, if there is one. */
    public static List<Route> plus(List<Route> routes, Route more) {
        var all = new ArrayList<>(routes);
        int same = 0;
        while (same < all.size() && !all.get(same).sameConditions(more)) {
            same++;
        }
        if (same < all.size()) {
            all.set(same, more);
        } else {
            all.add(more);
        }
        return List.copyOf(all);
    }

    /** The routes in the order they are looked at, the most specific first. */
    public List<Route> routes() {
        return routes;
    }

    /** The route of a request; empty when none matches. */
    public Optional<Route> find(Request request) {
        var host = hostOf(request);
        var path = pathOf(request);
        for (var route : routes) {
            if (route.judge(host, path, request.headers()) instanceof Route.Verdict.Matches) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** The routes that were looked at for a request, in that order: all but the last say why not, and the last may match. */
    public List<Considered> explain(Request request) {
        var considered = new ArrayList<Considered>();
        for (var route : routes) {
            var verdict = route.judge(hostOf(request), pathOf(request), request.headers());
            considered.add(new Considered(route, verdict));
            if (verdict instanceof Route.Verdict.Matches) {
                break;
            }
        }
        return List.copyOf(considered);
    }

    private static String hostOf(Request request) {
        int authority = authorityOf(request.path());
        return authority < 0
                ? Host.of(request.headers().getOrDefault("host", ""))
                : Host.of(request.path().substring(authority, authorityEnd(request.path(), authority)));
    }

    private static String pathOf(Request request) {
        int authority = authorityOf(request.path());
        if (authority < 0) {
            return NormalPath.of(request.path());
        }
        var path = request.path().substring(authorityEnd(request.path(), authority));
        return NormalPath.of(path.startsWith("/") ? path : "/" + path);
    }

    /** Where the authority of an absolute target begins, or -1 when it is no absolute one. */
    private static int authorityOf(String target) {
        int colon = target.startsWith("/") ? -1 : target.indexOf("://");
        return colon < 0 ? -1 : colon + 3;
    }

    private static int authorityEnd(String target, int from) {
        int at = from;
        while (at < target.length() && target.charAt(at) != '/' && target.charAt(at) != '?') {
            at++;
        }
        return at;
    }
}
