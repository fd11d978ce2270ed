package ringside.config.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.proxy.Export;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Retries;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** Pools that HAProxy has no words for, written in the nearest ones. */
final class ForeignPoolsTest {
    private static final Retries NGINX = NextUpstream.STANDARD;

    private static Upstream pool(String policy, String key, Member... members) {
        return pool(PolicyChoice.of(policy), key, NGINX, members);
    }

    private static Upstream pool(PolicyChoice policy, String key, Retries retries, Member... members) {
        var servers = new ArrayList<UpstreamServer>();
        for (var member : members) {
            servers.add(new UpstreamServer(member, Optional.of("127.0.0.1:" + (9001 + servers.size())), Watch.NONE));
        }
        return new Upstream("web", policy, new KeyRule(key), servers, retries, Checks.none());
    }

    private static Member plain(String name, int weight) {
        return Member.up(name, weight).with(Terms.STANDARD.failing(0, Duration.ofSeconds(10)));
    }

    private static List<String> backend(Export export) {
        return export.text()
                .lines()
                .dropWhile(line -> !line.startsWith("backend"))
                .map(String::strip)
                .toList();
    }

    @Test
    void writesNginxsRulesInTheNearestWords() {
        var export = HaproxyCfg.write(pool("nginx/hash-consistent", "$http_x_user", plain("a", 2), plain("b", 1)));

        assertThat(backend(export))
                .containsExactly(
                        "backend web",
                        "balance hdr(x-user)",
                        "hash-type consistent",
                        "retries 1",
                        "option redispatch 1",
                        "retry-on conn-failure empty-response response-timeout",
                        "http-request disable-l7-retry if METH_POST",
                        "server a 127.0.0.1:9001 weight 2",
                        "server b 127.0.0.1:9002");
        assertThat(export.notes())
                .containsExactly(
                        "nginx/hash-consistent is written as `balance hdr(x-user)`, the nearest that HAProxy has;"
                                + " which server a single request goes to may differ");
    }

    private static String balance(String policy, String key) {
        return backend(HaproxyCfg.write(pool(policy, key, plain("a", 1)))).get(1);
    }

    @Test
    void hashesTheSameThing() {
        assertThat(balance("nginx/hash", "$arg_user")).isEqualTo("balance url_param user");
        assertThat(balance("nginx/hash", "${remote_addr}")).isEqualTo("balance source");
        assertThat(balance("nginx/hash", "$request_uri")).isEqualTo("balance uri whole");
        assertThat(balance("nginx/hash", "$cookie_sid")).isEqualTo("balance hdr(cookie)");
        assertThat(balance("nginx/hash", "$host$request_uri")).isEqualTo("balance uri whole");
        assertThat(balance("nginx/ip-hash", "")).isEqualTo("balance source");
        assertThat(balance("textbook/ring", "")).isEqualTo("balance url_param key");
    }

    @Test
    void choosesTheNearestPolicy() {
        assertThat(balance("textbook/round-robin", "")).isEqualTo("balance roundrobin");
        assertThat(balance("nginx/least-conn", "")).isEqualTo("balance leastconn");
        assertThat(balance("nginx/random", "")).isEqualTo("balance random(1)");
        assertThat(balance("nginx/random-two", "")).isEqualTo("balance random(2)");
    }

    @Test
    void tellsWhatHasNoWords() {
        var heavy = Member.up("é", 1000);
        var leaving = new Member(Member.up("b", 1).id(), 500, Standing.DRAINING);
        var nameless = new Upstream(
                "my pool",
                PolicyChoice.of("nginx/round-robin"),
                KeyRule.STANDARD,
                List.of(
                        new UpstreamServer(heavy, Optional.empty(), Watch.NONE),
                        new UpstreamServer(
                                leaving,
                                Optional.of("unix:/tmp/b"),
                                new Watch(Optional.empty(), Optional.empty(), true)),
                        new UpstreamServer(plain("c", 10), Optional.of("127.0.0.1:8081"), Watch.NONE)),
                NGINX,
                Checks.none());
        var export = HaproxyCfg.write(nameless);

        assertThat(backend(export))
                .contains(
                        "backend my_pool",
                        "server _ 127.0.0.1:8082 weight 256",
                        "server b 127.0.0.1:8083 weight 0 agent-check agent-port 9999",
                        "server c 127.0.0.1:8081 weight 3");
        assertThat(export.notes()).hasSize(9).allMatch(note -> note.length() > 20);
    }

    @Test
    void letsNoNameSayMoreThanItsName() {
        var evil = "x\n server evil 10.0.0.1:1\n #";
        var choice = new PolicyChoice("haproxy/hdr", Map.of("header", "h) \n evil"));
        var parameter = new PolicyChoice("haproxy/url_param", Map.of("parameter", "k \"'#\\ evil"));
        var upstream = new Upstream(
                evil,
                choice,
                KeyRule.STANDARD,
                List.of(new UpstreamServer(Member.up("a#'\"\\", 1), Optional.of("127.0.0.1:1 evil"), Watch.NONE)),
                NGINX,
                new Checks(Checks.Kind.HTTP, "/a b\n evil", Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 3));
        var listener = new Listener(
                evil,
                List.of("*:8080", "*:1\n evil"),
                List.of("host", "ho st\n evil"),
                List.of(new PathRoute(Match.EXACT, "/x\n evil } #'\"", evil, NGINX)));
        var text = HaproxyCfg.write(new ProxySetup(List.of(upstream), List.of(listener), List.of()))
                .text();
        var read = HaproxyCfg.read("again.cfg", text);

        assertThat(text.lines().map(String::strip)).noneMatch(line -> line.startsWith("evil"));
        assertThat(read.upstreams()).hasSize(1);
        assertThat(read.upstreams().getFirst().servers()).hasSize(1);
        var quoted = HaproxyCfg.write(pool(parameter, "", NGINX, plain("a", 1)));
        assertThat(HaproxyCfg.read("again.cfg", quoted.text())
                        .upstreams()
                        .getFirst()
                        .policy())
                .isEqualTo(parameter);
    }

    @Test
    void writesEveryPolicyThereIsAsHaproxyTakesIt(@TempDir Path folder) {
        var haproxy = RealHaproxy.in(folder);
        var pools = new ArrayList<Upstream>();
        for (var entry : Policies.all()) {
            for (var key : List.of("", "$arg_a", "$cookie_b", "$host$request_uri")) {
                var pool = pool(entry.id(), key, plain("a", 1), plain("b", 300), plain("b'", 0));
                pools.add(new Upstream(
                        "p" + pools.size(),
                        pool.policy(),
                        pool.key(),
                        pool.servers(),
                        retries(pools.size()),
                        pool.checks()));
            }
        }
        var text = HaproxyCfg.write(new ProxySetup(pools, List.of(), List.of())).text();

        assertThat(haproxy.complaint(text)).isEmpty();
        assertThat(HaproxyCfg.read("again.cfg", text).upstreams())
                .hasSize(4 * Policies.all().size());
    }

    private static Retries retries(int which) {
        var kinds = NextUpstream.Kind.values();
        return new NextUpstream(Set.of(kinds[which % kinds.length]), which % 3, Duration.ofSeconds(which % 2));
    }

    @Test
    void tellsListenersAtOneAddressApartByTheirHosts(@TempDir Path folder) {
        var pool = pool("nginx/round-robin", "", plain("a", 1));
        var here = List.of("*:8080");
        var root = new PathRoute(Match.PREFIX, "/", "web", NGINX);
        var api = new PathRoute(Match.PREFIX, "/api", "web", NGINX);
        var setup = new ProxySetup(
                List.of(pool),
                List.of(
                        new Listener("", here, List.of(), List.of(root)),
                        new Listener("b", here, List.of("b.test", "*.c.test"), List.of(root, api))),
                List.of());
        var text = HaproxyCfg.write(setup).text();

        assertThat(text).contains("""
            frontend in
                bind *:8080
                use_backend web if { hdr(host),field(1,:) -i b.test } { path_beg /api }
                use_backend web if { hdr(host),field(1,:) -i b.test } { path_beg / }
                default_backend web
            """);
        assertThat(RealHaproxy.in(folder).complaint(text)).isEmpty();
    }
}
