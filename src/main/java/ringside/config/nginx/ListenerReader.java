package ringside.config.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ringside.config.Nearest;
import ringside.config.proxy.Listener;

/** Turns a {@code server} block of {@code http} into a listener. */
final class ListenerReader {
    private static final String EVERYWHERE = "*";
    private static final int HTTP_PORT = 80;
    private static final Set<String> PARAMETERS = Set.of(
            "default_server",
            "default",
            "bind",
            "setfib=",
            "fastopen=",
            "backlog=",
            "rcvbuf=",
            "sndbuf=",
            "accept_filter=",
            "deferred",
            "ipv6only=",
            "reuseport",
            "ssl",
            "http2",
            "spdy",
            "quic",
            "multipath",
            "so_keepalive=",
            "proxy_protocol");

    private final Pools pools;
    private final Notes notes;
    private final Once once = new Once();
    private final List<String> binds = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();

    private ListenerReader(Pools pools, Notes notes) {
        this.pools = pools;
        this.notes = notes;
    }

    /**
     * Reads a block.
     *
     * @param outer what is said around it of going on to the next server
     * @throws ringside.config.BadInput when nginx would not take it
     */
    static Listener read(Directive server, NextLevel outer, Pools pools, Notes notes) {
        return new ListenerReader(pools, notes).listener(server, outer);
    }

    private Listener listener(Directive server, NextLevel outer) {
        var known = new ArrayList<Directive>();
        for (var directive : server.inside()) {
            if (!Grammar.SERVER.has(directive)) {
                notes.ignored(directive);
                continue;
            }
            known.add(directive);
            switch (directive.is()) {
                case "listen" -> listen(directive);
                case "server_name" -> directive.arguments().forEach(this::host);
                default -> {}
            }
        }
        if (binds.isEmpty()) {
            binds.add(EVERYWHERE + ':' + HTTP_PORT);
        }
        var next = NextLevel.of(known, outer, notes);
        return new Listener("", binds, hosts, Locations.routes(known, next, pools, notes));
    }

    private void listen(Directive listen) {
        var address = listen.argument(0);
        var bind = bind(address);
        once.say(address, bind);
        binds.add(bind);
        for (var word : listen.arguments().subList(1, listen.arguments().size())) {
            var name = word.text().substring(0, word.text().indexOf('=') + 1);
            if (!PARAMETERS.contains(name.isEmpty() ? word.text() : name)) {
                throw word.wrong("is no parameter of listen, or a ; is missing before it"
                        + Nearest.to(word.text(), PARAMETERS)
                                .map(guess -> "; did you mean " + guess + "?")
                                .orElse(""));
            }
            notes.add(word, "is not taken over");
        }
    }

    private String bind(Word address) {
        var text = address.text();
        int colon = Endpoint.isSocket(text) ? -1 : text.indexOf(':', Math.max(0, text.indexOf(']')));
        var host = colon < 0 ? EVERYWHERE : text.substring(0, colon);
        var ports = text.substring(colon + 1);
        if (ports.matches("[0-9]++(-[0-9]++)?")) {
            var bounds = ports.split("-", 2);
            int first = Endpoint.port(address, bounds[0]);
            if (bounds.length == 2 && Endpoint.port(address, bounds[1]) < first) {
                throw address.wrong("is a range that ends before it begins; write the lower port first");
            }
            if (bounds.length == 2) {
                notes.add(address, "is a range of ports, of which the first is taken over");
            }
            text = host + ':' + first;
        }
        var local = text.startsWith(EVERYWHERE) ? "0.0.0.0" + text.substring(1) : text;
        var read = Endpoint.read(address, local, HTTP_PORT);
        if (Endpoint.lacksPort(read)) {
            notes.add(address, "has no port behind its colon; nginx wants one");
        }
        return text.startsWith(EVERYWHERE) ? EVERYWHERE + read.substring("0.0.0.0".length()) : read;
    }

    private void host(Word word) {
        if (word.text().isEmpty()) {
            notes.add(word, "is for requests without a host name, of which nothing is known here");
            return;
        }
        if (word.text().startsWith("~")) {
            notes.add(word, "is a regular expression, and taken for a name as it stands");
        }
        hosts.add(word.text());
    }
}
