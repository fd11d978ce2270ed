package ringside.config.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.PolicyOption;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;
import ringside.world.Checks;

/** Makes configurations and pools of every shape from a seed. */
final class AnyConf {
    private static final List<String> ADDRESSES = List.of(
            "127.0.0.1:9001",
            "127.0.0.1:9002",
            "127.0.0.1",
            "localhost:9003",
            "localhost",
            "[::1]:9004",
            "[::1]",
            "unix:/tmp/a.sock",
            "'unix:/tmp/b c.sock'",
            "\"127.0.0.1:9001\"",
            "10.0.0.1:80");
    private static final List<String> METHODS = List.of(
            "",
            "",
            "least_conn;",
            "ip_hash;",
            "hash $arg_k;",
            "hash $remote_addr consistent;",
            "hash \"a b;{}\\\"$http_x\" consistent;",
            "random;",
            "random two;");
    private static final List<String> NASTY = List.of(
            "a",
            "two words",
            "x; } evil {",
            "\"",
            "'",
            "\\",
            "#c",
            "a\nb",
            "a/b",
            "$host",
            "ü🎪",
            "",
            "a".repeat(300),
            "127.0.0.1:80",
            "A");
    private static final List<String> PLACES = List.of(
            "127.0.0.1:9001",
            "localhost:1",
            "[::1]:9",
            "unix:/a;b",
            "localhost",
            "*:80",
            "127.0.0.1:0",
            "a b:1",
            "10.0.0.1:99999",
            "x; }:1");

    private final Random random;

    AnyConf(long seed) {
        this.random = new Random(seed);
    }

    /** A configuration that nginx takes, of which the reader takes over whatever the writer writes. */
    String text() {
        var text = new StringBuilder("events {}\nhttp {\n" + next());
        int upstreams = 1 + random.nextInt(4);
        for (int i = 0; i < upstreams; i++) {
            text.append(upstream("u" + i));
        }
        int servers = random.nextInt(3);
        for (int i = 0; i < servers; i++) {
            text.append(server(19_000 + i, upstreams));
        }
        return text.append("}\n").toString();
    }

    private String upstream(String name) {
        var method = any(METHODS);
        boolean backups = method.isEmpty() || method.equals("least_conn;");
        var lines = new StringBuilder("upstream " + name + " { " + method + " server 127.0.0.1:1;\n");
        int servers = random.nextInt(5);
        for (int i = 0; i < servers; i++) {
            lines.append("  server ").append(any(ADDRESSES));
            lines.append(maybe(" weight=" + (1 + random.nextInt(1000))));
            lines.append(maybe(" max_fails=" + random.nextInt(4)));
            lines.append(maybe(" fail_timeout=" + any(List.of("0", "5", "30s", "2m", "1h30m", "1d"))));
            lines.append(maybe(" max_conns=" + random.nextInt(9)));
            lines.append(backups ? maybe(" backup") : "").append(maybe(" down")).append(";\n");
        }
        return lines.append("}\n").toString();
    }

    private String server(int port, int upstreams) {
        var text = new StringBuilder(
                "server { listen 127.0.0.1:" + port + "; " + maybe("server_name a.example *.b;") + next());
        for (var path : List.of("/", "= /", "/a", "= \"/b c\"", "^~ x")) {
            if (random.nextBoolean()) {
                var to = random.nextInt(4) == 0 ? "127.0.0.1:9009" : "u" + random.nextInt(upstreams);
                text.append("  location ")
                        .append(path)
                        .append(" { proxy_pass http://")
                        .append(to)
                        .append("; ");
                text.append(next()).append("}\n");
            }
        }
        return text.append("}\n").toString();
    }

    private String next() {
        return maybe("proxy_next_upstream "
                        + any(List.of("off", "error", "http_500 http_404", "non_idempotent timeout")) + "; ")
                + maybe("proxy_next_upstream_tries " + random.nextInt(4) + "; ")
                + maybe("proxy_next_upstream_timeout " + any(List.of("0", "1500ms", "2m")) + "; ");
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    /** A pool of any family's policy, of which hardly anything need be fit for nginx. */
    Upstream pool() {
        var servers = new ArrayList<UpstreamServer>();
        IntStream.range(0, random.nextInt(5)).forEach(i -> servers.add(anyServer(i)));
        return new Upstream(
                any(NASTY),
                policy(),
                new KeyRule(any(List.of("", "$arg_k", "${http_x}-$host", "plain; }", "a\"b\\c{d"))),
                servers,
                new NextUpstream(
                        any(List.of(Set.of(), Set.of(Kind.ERROR), Set.of(Kind.values()))),
                        random.nextInt(3),
                        Duration.ofNanos(random.nextInt(2_000_000_000))),
                any(List.of(Checks.none(), Checks.usual())));
    }

    private PolicyChoice policy() {
        var entry = any(Policies.all());
        var options = entry.options().stream()
                .filter(o -> o instanceof PolicyOption.Text || o instanceof PolicyOption.OneOf)
                .toList();
        if (options.isEmpty() || random.nextBoolean()) {
            return PolicyChoice.of(entry.id());
        }
        return switch (any(options)) {
            case PolicyOption.OneOf(var name, var _, var values) ->
                new PolicyChoice(entry.id(), Map.of(name, values.getLast()));
            case PolicyOption option ->
                new PolicyChoice(entry.id(), Map.of(option.name(), any(List.of("X-Key", "k; }", "ü"))));
        };
    }

    private UpstreamServer anyServer(int number) {
        var terms = new Terms(
                random.nextBoolean() ? Optional.empty() : Optional.of(any(NASTY)),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(7),
                random.nextBoolean(),
                random.nextInt(3),
                Duration.ofMillis(random.nextInt(20_000)),
                random.nextInt(3),
                Duration.ofSeconds(random.nextInt(2)));
        var member = new Member(
                new ServerId(any(List.of("s", "x;}", "#", "127.0.0.1:1", "ü\u0085")) + number),
                random.nextInt(4) * 300,
                any(List.of(Standing.values())),
                terms);
        return new UpstreamServer(
                member, random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(PLACES)), Watch.NONE);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
