package ringside.config.nginx;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import ringside.config.Printable;
import ringside.config.proxy.Export;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.engine.Retries;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

/** Writes a setup as a whole configuration of nginx. */
final class NginxWriter {
    private static final String USUAL_BIND = "127.0.0.1:8080";
    private static final String LABELS = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";
    private static final String HOST = "(\\*\\.|\\.)?" + LABELS + "|" + LABELS + "\\.\\*";
    private static final int LONGEST_HOST = 253;

    private final ProxySetup setup;
    private final Page page = new Page();
    private final PoolNames names;

    private NginxWriter(ProxySetup setup) {
        this.setup = setup;
        this.names = new PoolNames(setup.upstreams(), page);
    }

    /** The configuration; a setup without listeners gets one of its own. */
    static Export write(ProxySetup setup) {
        var writer = new NginxWriter(setup);
        writer.write();
        return new Export(writer.page.text(), writer.page.notes());
    }

    private void write() {
        page.line("# One worker: nginx counts turns and failures for each worker alone.");
        page.line("worker_processes 1;").line("");
        page.open("events").line("worker_connections 1024;").close().line("");
        page.open("http");
        if (setup.listeners().stream().flatMap(l -> l.hosts().stream()).anyMatch(host -> host.length() > 40)) {
            page.line("server_names_hash_bucket_size 512;");
        }
        setup.upstreams().stream()
                .filter(u -> !PoolNames.bare(u))
                .forEach(u -> UpstreamWriter.write(u, names.of(u), page));
        if (setup.listeners().isEmpty()) {
            usualListener();
        } else {
            setup.listeners().forEach(this::listener);
        }
        page.close();
    }

    /** Leads everything to the first pool, and what begins with another's name to that one. */
    private void usualListener() {
        page.open("server").line("listen " + USUAL_BIND + ";");
        for (int i = 0; i < setup.upstreams().size(); i++) {
            var upstream = setup.upstreams().get(i);
            var path = i == 0 ? "/" : "/" + names.of(upstream) + "/";
            location(Page.word(path), upstream, upstream.retries());
            if (i > 0) {
                page.note("requests find the pool " + Printable.brief(names.of(upstream)) + " at " + path);
            }
        }
        page.close();
    }

    private void listener(Listener listener) {
        page.open("server");
        var binds = new LinkedHashSet<String>();
        listener.binds().forEach(bind -> binds.add(bind(bind)));
        binds.forEach(bind -> page.line("listen " + Page.word(bind) + ";"));
        var hosts = listener.hosts().stream().filter(this::isHost).toList();
        if (!hosts.isEmpty()) {
            page.line("server_name " + String.join(" ", hosts) + ";");
        }
        var paths = new LinkedHashSet<String>();
        for (var route : listener.routes()) {
            var path = path(route);
            if (paths.add(path)) {
                route(path, route);
            } else {
                page.note("the path " + Printable.brief(route.path()) + " is there a second time, and left out");
            }
        }
        page.close();
    }

    private String bind(String bind) {
        var local = bind.startsWith("*:") ? "0.0.0.0" + bind.substring(1) : bind;
        if (Endpoint.valid(local, 0).isEmpty()) {
            page.note("nginx cannot listen at " + Printable.brief(bind) + "; " + USUAL_BIND + " stands in");
            return USUAL_BIND;
        }
        return bind;
    }

    private boolean isHost(String host) {
        boolean valid = host.length() <= LONGEST_HOST && host.matches(HOST);
        if (!valid) {
            page.note("the host name " + Printable.brief(host) + " is left out: it is none of nginx's plain ones");
        }
        return valid;
    }

    private void route(String path, PathRoute route) {
        var upstream = setup.upstreams().stream()
                .filter(u -> u.name().equals(route.upstream()))
                .findFirst();
        if (upstream.isEmpty()) {
            page.note("the path " + Printable.brief(route.path()) + " is left out: there is no pool "
                    + Printable.brief(route.upstream()));
        } else {
            location(path, upstream.get(), route.retries());
        }
    }

    private static String path(PathRoute route) {
        var path = Page.word(route.path());
        return switch (route.match()) {
            case EXACT -> "= " + path;
            case PREFIX -> route.path().startsWith("/") ? path : "^~ " + path;
        };
    }

    private void location(String path, Upstream upstream, Retries retries) {
        page.open("location " + path);
        page.line("proxy_pass " + Page.word("http://" + names.of(upstream)) + ";");
        if (retries instanceof NextUpstream next) {
            next(next);
        } else {
            page.note(Printable.brief(upstream.name()) + ": nginx does not go on after a failure as this pool does;"
                    + " its own rule holds: error timeout");
        }
        page.close();
    }

    private void next(NextUpstream next) {
        var usual = NextUpstream.STANDARD;
        if (!next.kinds().equals(usual.kinds())) {
            page.line("proxy_next_upstream " + words(next) + ";");
        }
        if (next.tries() != usual.tries()) {
            page.line("proxy_next_upstream_tries " + next.tries() + ";");
        }
        if (!next.timeout().equals(usual.timeout())) {
            page.line("proxy_next_upstream_timeout " + NginxTime.of(next.timeout()) + ";");
        }
    }

    private static String words(NextUpstream next) {
        return next.kinds().isEmpty()
                ? "off"
                : next.kinds().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Kind::word)
                        .collect(Collectors.joining(" "));
    }

    /** A setup of one pool. */
    static ProxySetup only(Upstream upstream) {
        return new ProxySetup(List.of(upstream), List.of(), List.of());
    }
}
