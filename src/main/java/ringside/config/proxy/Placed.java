package ringside.config.proxy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server and where it is reached.
 *
 * @param server the server
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param given whether its address says so; otherwise it is the next free port of this machine, as for servers of ours
 */
public record Placed(UpstreamServer server, String host, int port, boolean given) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?)|\\[([0-9A-Fa-f:.]{2,45})])(?::([0-9]{1,5}))?");
    private static final String HERE = "127.0.0.1";
    private static final int FIRST_PORT = 8081;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;

    /** The servers of a pool, each with its place. */
    public static List<Placed> of(Upstream upstream) {
        var placed = upstream.servers().stream().map(Placed::given).toList();
        var taken = new HashSet<Integer>();
        placed.forEach(at -> at.ifPresent(p -> taken.add(p.port())));
        var all = new ArrayList<Placed>();
        int next = FIRST_PORT;
        for (int place = 0; place < placed.size(); place++) {
            while (placed.get(place).isEmpty() && next < LAST_PORT && !taken.add(next)) {
                next++;
            }
            int port = next;
            var server = upstream.servers().get(place);
            all.add(placed.get(place).orElseGet(() -> new Placed(server, HERE, port, false)));
        }
        return List.copyOf(all);
    }

    private static Optional<Placed> given(UpstreamServer server) {
        var matcher = ADDRESS.matcher(server.address().orElse(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? HTTP : Integer.parseInt(matcher.group(3));
        return port < 1 || port > LAST_PORT ? Optional.empty() : Optional.of(new Placed(server, host, port, true));
    }

    /** Its address as {@code host:port}. */
    public String address() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** That its place is not one it was given. */
    public Optional<String> note() {
        var name = server.member().id().name();
        var why = server.address().isPresent() ? " has an address that cannot be written" : " has no address";
        return given ? Optional.empty() : Optional.of(name + why + "; " + address() + " is written for it");
    }
}
