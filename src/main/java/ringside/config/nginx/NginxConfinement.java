package ringside.config.nginx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ringside.config.BadInput;
import ringside.config.Reach;
import ringside.config.proxy.Confined;

/** Makes of what somebody wrote for the {@code http} block a configuration that nginx may be started with here. */
public final class NginxConfinement {
    /*
     * Nothing passes that was not looked at: each directive is one of a few, and the file that nginx reads is written anew
     * from what was understood, each word on the line where it stood, so that nginx's own complaints name that line. Of
     * where to listen only the port is taken over.
     */
    private static final String MAIN = """
        daemon off;
        master_process off;
        worker_processes 1;
        pid nginx.pid;
        error_log stderr warn;
        events {
            worker_connections 256;
        }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            add_header %s $upstream_addr always;
            include site.conf;
        }
        """.formatted(Confined.UPSTREAM);

    private static final Set<String> PROXY = Set.of(
            "proxy_next_upstream",
            "proxy_next_upstream_tries",
            "proxy_next_upstream_timeout",
            "proxy_connect_timeout",
            "proxy_read_timeout",
            "proxy_send_timeout",
            "proxy_http_version",
            "proxy_set_header");
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "http", Set.of("upstream", "server"),
            "upstream",
                    Set.of(
                            "server",
                            "least_conn",
                            "ip_hash",
                            "hash",
                            "random",
                            "keepalive",
                            "keepalive_requests",
                            "keepalive_time",
                            "keepalive_timeout",
                            "zone"),
            "server", Set.of("listen", "server_name", "location"),
            "location", Set.of("location", "proxy_pass"));
    private static final Pattern LISTEN =
            Pattern.compile("(?:(?:\\*|localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}):)?([0-9]{1,5})");

    private final IntUnaryOperator ports;
    private final Set<String> upstreams = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int line = 1;

    private NginxConfinement(IntUnaryOperator ports) {
        this.ports = ports;
    }

    /**
     * Confines a site.
     *
     * @param name the name of the file that it comes from, for messages
     * @param site what stands within {@code http}
     * @param ports where to listen instead of each port that the site names
     * @throws BadInput when nginx would not take it, or it reaches further than it may
     */
    public static Confined confine(String name, String site, IntUnaryOperator ports) {
        NginxConf.readSite(name, site);
        var left = new Notes();
        var directives = new Parser(Includes.NONE, left).file(name, site);
        left.all().stream().findFirst().ifPresent(note -> {
            throw new BadInput(note.place(), "no other file is included here; write its lines instead");
        });
        var confined = new NginxConfinement(ports);
        directives.stream()
                .filter(d -> d.is().equals("upstream"))
                .forEach(d -> confined.upstreams.add(d.argument(0).text().toLowerCase(Locale.ROOT)));
        confined.block("http", directives);
        var files = Map.of("nginx.conf", MAIN, "site.conf", confined.text + "\n");
        var lines = IntStream.rangeClosed(1, confined.line).boxed().toList();
        return new Confined(files, "nginx.conf", "site.conf", name, lines);
    }

    private void block(String where, List<Directive> directives) {
        var allowed = new ArrayList<>(INSIDE.getOrDefault(where, Set.of()));
        if (!where.equals("upstream")) {
            allowed.addAll(PROXY);
        }
        for (var directive : directives) {
            if (!allowed.contains(directive.is())) {
                throw directive.wrong("is not among the directives that are started here; leave it out");
            }
            look(where, directive);
            write(directive);
            if (directive.block().isPresent()) {
                text.append(" {");
                block(directive.is(), directive.inside());
                text.append(" }");
            } else {
                text.append(';');
            }
        }
    }

    private void look(String where, Directive directive) {
        switch (directive.is()) {
            case "server" -> {
                if (where.equals("upstream")) {
                    var address = directive.argument(0);
                    loopback(address, Endpoint.read(address, address.text(), 80));
                } else if (directive.inside().stream().noneMatch(d -> d.is().equals("listen"))) {
                    throw directive.wrong("does not say where it listens; add a line such as listen 8080;");
                }
            }
            case "proxy_pass" -> pass(directive.argument(0));
            default -> {}
        }
    }

    private void pass(Word url) {
        if (url.text().indexOf('$') >= 0) {
            throw url.wrong("leads where a variable says; write the name of an upstream");
        }
        Target.of(url)
                .filter(target -> !upstreams.contains(target.host().toLowerCase(Locale.ROOT)))
                .ifPresent(target -> loopback(url, Endpoint.read(url, target.host(), target.port())));
    }

    private static void loopback(Word at, String address) {
        try {
            Reach.THIS_MACHINE.check(address);
        } catch (IllegalArgumentException _) {
            throw at.wrong("does not lead to this machine's loopback; write an address such as 127.0.0.1:8081");
        }
    }

    private void write(Directive directive) {
        word(directive.name(), Page.word(directive.is()));
        boolean listens = directive.is().equals("listen");
        for (int i = 0; i < directive.arguments().size(); i++) {
            var word = directive.argument(i);
            word(word, Page.word(listens ? listen(word, i == 0) : word.text()));
        }
    }

    private String listen(Word word, boolean first) {
        var address = LISTEN.matcher(word.text());
        if (first && address.matches()) {
            return "127.0.0.1:" + ports.applyAsInt(Endpoint.port(word, address.group(1)));
        }
        if (!first && word.text().equals("default_server")) {
            return word.text();
        }
        throw word.wrong("would listen beyond this machine's loopback, or otherwise than here; write a port, such as"
                + " listen 8080;");
    }

    private void word(Word word, String written) {
        while (line < word.place().line()) {
            text.append('\n');
            line++;
        }
        text.append(' ').append(written);
    }
}
