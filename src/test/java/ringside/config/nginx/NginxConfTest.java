package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.BadInput;
import ringside.config.proxy.Listener;
import ringside.config.proxy.PathRoute;
import ringside.config.proxy.PathRoute.Match;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.engine.PolicyChoice;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

class NginxConfTest {
    private static final String ONE = "server 127.0.0.1:1; ";

    @Test
    void readsWhatALineSaysOfItsServer() {
        var servers = servers("server 127.0.0.1:1 weight=5 max_fails=3 fail_timeout=1m30s max_conns=7;"
                + "server 127.0.0.1:2 backup down; server 127.0.0.1:3;");
        assertThat(servers).extracting(s -> s.member().weight()).containsExactly(5, 1, 1);
        assertThat(servers)
                .extracting(s -> s.member().terms())
                .containsExactly(
                        Terms.STANDARD.failing(3, Duration.ofSeconds(90)).limitedTo(7),
                        Terms.STANDARD.asBackup(),
                        Terms.STANDARD);
        assertThat(servers)
                .extracting(s -> s.member().standing())
                .containsExactly(Standing.UP, Standing.DOWN, Standing.UP);
    }

    @ParameterizedTest
    @CsvSource({
        "'', nginx/round-robin, ''",
        "least_conn;, nginx/least-conn, ''",
        "ip_hash;, nginx/ip-hash, ''",
        "hash $arg_k;, nginx/hash, $arg_k",
        "hash $host$request_uri consistent;, nginx/hash-consistent, $host$request_uri",
        "'hash \"a b${arg_k}\";', nginx/hash, a b${arg_k}",
        "'hash \"\";', nginx/round-robin, ''",
        "random;, nginx/random, ''",
        "random two;, nginx/random-two, ''",
        "random two least_conn;, nginx/random-two, ''",
        "ip_hash; least_conn;, nginx/least-conn, ''",
        "keepalive 16; least_conn;, nginx/least-conn, ''",
        "sticky cookie x;, nginx/round-robin, ''"
    })
    void readsTheMethod(String line, String policy, String key) {
        var upstream = upstream(line + ONE);
        assertThat(upstream.policy()).isEqualTo(PolicyChoice.of(policy));
        assertThat(upstream.key().written()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8081, 127.0.0.1:8081, 127.0.0.1:8081",
        "127.0.0.1, 127.0.0.1, 127.0.0.1:80",
        "backend.example.com, backend.example.com, backend.example.com:80",
        "[::1], [::1], [::1]:80",
        "[::1]:8081, [::1]:8081, [::1]:8081",
        "unix:/run/a.sock, unix:/run/a.sock, unix:/run/a.sock",
        "169.254.169.254:80, 169.254.169.254:80, 169.254.169.254:80"
    })
    void keepsAnAddressAsWrittenAndAddsThePortItMeans(String written, String id, String address) {
        var server = servers("server " + written + ";").getFirst();
        assertThat(server.member().id().name()).isEqualTo(id);
        assertThat(server.member().written()).isEqualTo(written);
        assertThat(server.label()).isEqualTo(address);
    }

    @Test
    void givesLinesOfOneNameIdsOfTheirOwn() {
        var servers = servers("server 127.0.0.1:1; server 127.0.0.1:2; server 127.0.0.1:1; server 127.0.0.1:1;");
        assertThat(servers)
                .extracting(s -> s.member().id().name())
                .containsExactly("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:1#2", "127.0.0.1:1#3");
        assertThat(servers)
                .extracting(s -> s.member().written())
                .containsExactly("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:1", "127.0.0.1:1");
        assertThat(servers)
                .extracting(UpstreamServer::label)
                .containsExactly("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:1", "127.0.0.1:1");
    }

    @Test
    void givesLongNamesShortIds() {
        var path = "unix:/" + "a".repeat(90);
        var servers = servers("server " + path + "; server " + path + "; server 'unix:/b c';");
        assertThat(servers)
                .extracting(s -> s.member().id().name())
                .containsExactly(path.substring(0, 64), path.substring(0, 62) + "#2", "unix:/b_c");
        assertThat(servers).extracting(UpstreamServer::label).containsExactly(path, path, "unix:/b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events{}http{upstream u{server 127.0.0.1:1;}}",
                "events {} http { upstream \"u\"{ server 127.0.0.1:1; } }",
                "events {} http { upstream 'u' { \"server\" '127.0.0.1:1'; } }",
                "events {} http { upstream u # } ;\n { # \"\r\n server 127.0.0.1:1 # x;\n; } }",
                "events {} http { log_format x a\\;b; log_format y (\"a\"); log_format z ${host};"
                        + " upstream u { server 127.0.0.1:1; } }",
                "events {} http { log_format x 'a\\'}\"{;'; map $arg_a $b { default a; \"x{\" b; }"
                        + " upstream u { server 127.0.0.1:1; } }"
            })
    void cutsWordsWhereNginxDoes(String text, @TempDir Path folder) throws Exception {
        assertThat(read(text).upstreams())
                .extracting(u -> u.name() + u.servers().getFirst().label())
                .containsExactly("u127.0.0.1:1");
        assertThat(RealNginx.in(folder).complaint(text)).isEmpty();
    }

    @Test
    void undoesEscapesAsNginxDoes() {
        assertThat(upstream("hash \"\\\"\\\\\\t\\r\\n\\;\\x\";" + ONE).key().written())
                .isEqualTo("\"\\\t\r\n\\;\\x");
    }

    @Test
    void takesWhatNginxTakesWithAWarning(@TempDir Path folder) throws Exception {
        var text = http("upstream u { hash $arg_a; random; server 127.0.0.1:1 weight=1 weight=2 down down; }"
                + " proxy_next_upstream error error; proxy_next_upstream http_500 updating;"
                + " server { listen 127.0.0.1:18999; location / { proxy_pass HTTP://U; } }");
        var setup = read(text);
        assertThat(setup.notes())
                .extracting(Object::toString)
                .contains(
                        "nginx.conf:2:27: \"random\" takes the place of \"hash\", as in nginx: the last method counts",
                        "nginx.conf:2:63: \"weight=2\" says again what was said before on this line; the last one"
                                + " counts, as in nginx");
        assertThat(setup.upstreams().getFirst().servers().getFirst().member().weight())
                .isEqualTo(2);
        assertThat(setup.listeners().getFirst().routes().getFirst())
                .isEqualTo(new PathRoute(
                        Match.PREFIX, "/", "u", new NextUpstream(Set.of(Kind.ERROR, Kind.HTTP_500), 0, Duration.ZERO)));
        assertThat(RealNginx.in(folder).complaint(text)).isEmpty();
    }

    @Test
    void readsWhereRequestsComeInAndWhereTheyGo() {
        var setup = read(http("upstream a { server 127.0.0.1:1; } upstream b { server 127.0.0.1:2; } server { listen"
            + " 8080 default_server; listen 127.0.0.1; listen [::1]:81; listen unix:/s;  server_name x.example"
            + " *.y.example; server_name z;  location / { proxy_pass http://a; }  location = /exact { proxy_pass"
            + " http://b/; }  location ^~ /static/ { proxy_pass http://b$request_uri; location /static/in { proxy_pass"
            + " http://a; } }  location ~ [.]php$ { proxy_pass http://b; }  location /bare { proxy_pass"
            + " http://127.0.0.1:9000/x; }  location /tls { proxy_pass https://localhost; }  location /unix {"
            + " proxy_pass http://unix:/run/s:/uri; }  location /none { return 204; }  location /var { proxy_pass"
            + " http://$arg_u; } } server { }"));
        var usual = NextUpstream.STANDARD;
        assertThat(setup.upstreams())
                .extracting(Upstream::name)
                .containsExactly("a", "b", "127.0.0.1:9000", "localhost:443", "unix:/run/s");
        assertThat(setup.listeners())
                .containsExactly(
                        new Listener(
                                "",
                                List.of("*:8080", "127.0.0.1:80", "[::1]:81", "unix:/s"),
                                List.of("x.example", "*.y.example", "z"),
                                List.of(
                                        new PathRoute(Match.PREFIX, "/", "a", usual),
                                        new PathRoute(Match.EXACT, "/exact", "b", usual),
                                        new PathRoute(Match.PREFIX, "/static/", "b", usual),
                                        new PathRoute(Match.PREFIX, "/static/in", "a", usual),
                                        new PathRoute(Match.PREFIX, "/bare", "127.0.0.1:9000", usual),
                                        new PathRoute(Match.PREFIX, "/tls", "localhost:443", usual),
                                        new PathRoute(Match.PREFIX, "/unix", "unix:/run/s", usual))),
                        new Listener("", List.of("*:80"), List.of(), List.of()));
        assertThat(setup.notes())
                .extracting(n -> n.text().replaceAll("^(\\S+ \\S+ \\S+).*", "$1"))
                .contains(
                        "\"default_server\" is not",
                        "\"http://b/\" changes the",
                        "\"[.]php$\" is no",
                        "\"return\" is not",
                        "\"http://$arg_u\" leads where");
    }

    @Test
    void inheritsTheRuleForFailuresFromAround() {
        var setup = read(http("upstream a { server 127.0.0.1:1; } upstream b { server 127.0.0.1:2; }"
                + " proxy_next_upstream error http_500; proxy_next_upstream_tries 3;"
                + " server { listen 8080; proxy_next_upstream_timeout 1m;"
                + "  location /1 { proxy_pass http://a; proxy_next_upstream off; }"
                + "  location /2 { proxy_pass http://a; proxy_next_upstream_tries 0; }"
                + "  location /3 { proxy_pass http://b; proxy_next_upstream timeout non_idempotent http_404; } }"
                + " server { location / { proxy_pass http://b; } }"));
        var minute = Duration.ofMinutes(1);
        var kinds = Set.of(Kind.ERROR, Kind.HTTP_500);
        assertThat(setup.listeners())
                .flatExtracting(Listener::routes)
                .extracting(PathRoute::retries)
                .containsExactly(
                        new NextUpstream(Set.of(), 3, minute),
                        new NextUpstream(kinds, 0, minute),
                        new NextUpstream(Set.of(Kind.TIMEOUT, Kind.NON_IDEMPOTENT, Kind.HTTP_404), 3, minute),
                        new NextUpstream(kinds, 3, Duration.ZERO));
        assertThat(setup.upstreams())
                .extracting(Upstream::retries)
                .containsExactly(
                        new NextUpstream(Set.of(), 3, minute),
                        new NextUpstream(Set.of(Kind.TIMEOUT, Kind.NON_IDEMPOTENT, Kind.HTTP_404), 3, minute));
    }

    @Test
    void keepsAFileUsableInWhichOnePoolIsNot() {
        var setup = read(http("""
            upstream good { server 127.0.0.1:1; }
            upstream timed { least_time header; server 127.0.0.1:2; }
            upstream mapped { hash $backend; server 127.0.0.1:3; }
            upstream open { server 127.0.0.1:; }
            """));
        assertThat(setup.upstream(Optional.of("good")).name()).isEqualTo("good");
        assertRefused(setup, "timed", "nginx.conf:3:18: \"least_time\" is a method of nginx's commercial version");
        assertRefused(setup, "mapped", "nginx.conf:4:24: \"$backend\" cannot be hashed: $backend is no variable");
        assertRefused(setup, "open", "nginx.conf:5:24: \"127.0.0.1:\" has no port behind its colon");
    }

    private static void assertRefused(ProxySetup setup, String upstream, String words) {
        assertThat(setup.upstreams()).extracting(Upstream::name).contains(upstream);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> setup.upstream(Optional.of(upstream)))
                .withMessageStartingWith(words);
    }

    @Test
    void readsThePoolsOfAStreamBesideThoseOfHttp() {
        var setup = read("""
            stream {
              upstream u { least_conn; server 127.0.0.1:1; }
              server { listen 81; proxy_pass u; }
            }
            http {
              upstream u { server 127.0.0.1:2; }
              server { location / { proxy_pass http://u; proxy_next_upstream off; } }
            }
            """);
        assertThat(setup.upstreams())
                .extracting(u -> u.policy() + " " + u.servers().getFirst().label() + " " + u.retries())
                .containsExactly(
                        "nginx/least-conn 127.0.0.1:1 " + NextUpstream.STANDARD,
                        "nginx/round-robin 127.0.0.1:2 " + new NextUpstream(Set.of(), 0, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip_hash; server 127.0.0.1:1;", "keepalive 2; server 127.0.0.1:1;", "server 127.0.0.1;"})
    void refusesInAStreamWhatIsForHttp(String body) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read("stream { upstream u { " + body + " } }"));
    }

    @Test
    void saysOfEverythingElseThatItIsNotTakenOver() {
        var setup = read("""
            user root;
            http {
              sendfile on;
              real_ip_header X-Real-IP;
              types { text/html html; }
              upstream u { zone z 64k; keepalive 4; server 127.0.0.1:1 route=a slow_start=5s; }
            }
            """);
        assertThat(setup.notes())
                .extracting(Object::toString)
                .containsExactly(
                        "nginx.conf:1:1: \"user\" is not taken over",
                        "nginx.conf:3:3: \"sendfile\" is not taken over",
                        "nginx.conf:4:3: \"real_ip_header\" is not taken over: a request comes from the client that it"
                                + " is said to come from",
                        "nginx.conf:5:3: \"types\" and its block are not taken over",
                        "nginx.conf:6:16: \"zone\" is not needed: one balancer remembers everything here",
                        "nginx.conf:6:28: \"keepalive\" is not taken over",
                        "nginx.conf:6:60: \"route=a\" is not taken over; nginx has it in its commercial version or in"
                                + " later ones",
                        "nginx.conf:6:68: \"slow_start=5s\" is not taken over; nginx has it in its commercial version"
                                + " or in later ones");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10000, 10000",
        "1h30m, 5400000, 5400000",
        "1h 30m, 5400000, 5400000",
        "1m 30, 90000, 90000",
        "2w, 1209600000, 1209600000",
        "1y, 31536000000, -1",
        "1M, 2592000000, -1",
        "500ms, -1, 500",
        "1s500ms, -1, 1500",
        "30m1h, -1, -1",
        "1s1s, -1, -1",
        "1.5s, -1, -1",
        "-1s, -1, -1",
        "s, -1, -1",
        "'', -1, -1",
        "200y, -1, -1",
        "99999999999999999999s, -1, -1"
    })
    void readsTimesAsNginxDoes(String text, long inSeconds, long inMillis) {
        assertThat(NginxTime.inSeconds(text).map(Duration::toMillis).orElse(-1L))
                .isEqualTo(inSeconds);
        assertThat(NginxTime.inMillis(text).map(Duration::toMillis).orElse(-1L)).isEqualTo(inMillis);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("a {".repeat(100_000)))
                .withMessageContaining("50 deep");
        assertThat(read("http { " + "map $a $b { } ".repeat(60) + "}").notes()).hasSize(60);
    }

    @Test
    void refusesMoreServersThanItCouldPlay() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> upstream(ONE.repeat(10_001)))
                .withMessageContaining("an upstream may have 10000");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> upstream(ONE.repeat(20_001)))
                .withMessageContaining("more than 20000 directives");
    }

    private static List<UpstreamServer> servers(String body) {
        return upstream(body + " server 127.0.0.1:99;").servers().reversed().stream()
                .skip(1)
                .toList()
                .reversed();
    }

    private static Upstream upstream(String body) {
        return read(http("upstream u { " + body + " }")).upstreams().getFirst();
    }

    private static String http(String body) {
        return "events {} http {\n" + body + "\n}\n";
    }

    private static ProxySetup read(String text) {
        return NginxConf.read("nginx.conf", text);
    }
}
