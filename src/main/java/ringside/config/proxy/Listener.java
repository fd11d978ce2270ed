package ringside.config.proxy;

import java.util.List;

/**
 * Where requests are taken: nginx calls it a server, HAProxy a frontend.
 *
 * @param name what the file calls it; may be empty
 * @param binds {@code host:port} as the file has them; a host of {@code *} is every address
 * @param hosts the host names it is for; none for any
 * @param routes which paths go to which pool, in order
 */
public record Listener(String name, List<String> binds, List<String> hosts, List<PathRoute> routes) {
    public Listener {
        binds = List.copyOf(binds);
        hosts = List.copyOf(hosts);
        routes = List.copyOf(routes);
    }

    /** The same with those of its routes alone that lead to a pool. */
    Listener leadingTo(String upstream) {
        return new Listener(
                name,
                binds,
                hosts,
                routes.stream()
                        .filter(route -> route.upstream().equals(upstream))
                        .toList());
    }
}
