package ringside.config.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.config.proxy.ProxySetup;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.ServerId;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.Vectors;
import ringside.engine.haproxy.Redispatch;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

class NginxWriterTest {
    private static final int SEEDS = 300;

    /** As many as nginx is asked about: each takes a process. */
    private static final int ASKED = 60;

    @Test
    void writesOnePoolAsAWholeConfiguration() {
        var export = NginxConf.write(upstream(
                "nginx/hash-consistent",
                server("127.0.0.1:8081", 3, Standing.UP, Terms.STANDARD),
                server("127.0.0.1:8082", 1, Standing.DOWN, Terms.STANDARD.failing(2, Duration.ofSeconds(30)))));
        assertThat(export.notes()).isEmpty();
        assertThat(export.text()).isEqualTo("""
            # One worker: nginx counts turns and failures for each worker alone.
            worker_processes 1;

            events {
                worker_connections 1024;
            }

            http {
                upstream web {
                    hash $arg_user consistent;
                    server 127.0.0.1:8081 weight=3;
                    server 127.0.0.1:8082 max_fails=2 fail_timeout=30 down;
                }
                server {
                    listen 127.0.0.1:8080;
                    location / {
                        proxy_pass http://web;
                    }
                }
            }
            """);
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            var setup = read(new AnyConf(seed).text());
            assertThat(rewritten(setup).upstreams()).isEqualTo(setup.upstreams());
            if (!setup.listeners().isEmpty()) {
                assertThat(rewritten(setup).listeners()).isEqualTo(setup.listeners());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edges",
                "fail_timeout",
                "failures",
                "hash",
                "hash_retries",
                "ip_hash",
                "least_conn",
                "random",
                "wrr"
            })
    void readsBackTheRecordedConfigurations(String name, @TempDir Path folder) throws Exception {
        var setup = read(Vectors.text("nginx/" + name + ".conf"));
        assertThat(setup.upstreams()).isNotEmpty();
        assertThat(setup.refused()).isEmpty();
        var again = rewritten(setup);
        assertThat(again.upstreams()).isEqualTo(setup.upstreams());
        assertThat(again.listeners()).isEqualTo(setup.listeners());
        assertThat(NginxConf.write(setup).notes()).isEmpty();
        assertThat(RealNginx.in(folder).complaint(NginxConf.write(setup).text()))
                .isEmpty();
    }

    @Test
    void nginxTakesWhatItWritesOfItsOwnPools(@TempDir Path folder) {
        var nginx = RealNginx.in(folder);
        assertThat(LongStream.range(0, ASKED)).allSatisfy(seed -> {
            var text = new AnyConf(seed).text();
            assertThat(nginx.complaint(text)).isEmpty();
            assertThat(nginx.complaint(NginxConf.write(read(text)).text())).isEmpty();
        });
    }

    @Test
    void nginxTakesWhatItWritesOfAnyPool(@TempDir Path folder) {
        var nginx = RealNginx.in(folder);
        assertThat(LongStream.range(0, ASKED)).allSatisfy(seed -> {
            var any = new AnyConf(seed);
            var setup = new ProxySetup(List.of(any.pool(), any.pool(), any.pool()), List.of(), List.of());
            assertThat(nginx.complaint(NginxConf.write(setup).text())).isEmpty();
        });
    }

    @Test
    void nothingInAPoolSaysMoreThanItShould() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            var pool = new AnyConf(seed).pool();
            var again = read(NginxConf.write(pool).text());
            assertThat(again.upstreams()).singleElement().satisfies(u -> {
                assertThat(u.servers()).hasSize(Math.max(1, pool.servers().size()));
                assertThat(u.servers())
                        .allSatisfy(s -> assertThat(s.member().weight()).isBetween(1, 1000));
            });
            assertThat(again.listeners())
                    .singleElement()
                    .satisfies(l -> assertThat(l.routes()).hasSize(1));
            assertThat(again.notes())
                    .extracting(n -> n.text())
                    .containsExactly(
                            "\"worker_processes\" is not taken over", "\"events\" and its block are not taken over");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "textbook/round-robin, ''",
        "textbook/smooth-weighted-round-robin, ''",
        "textbook/least-connections, least_conn;",
        "textbook/ip-hash, ip_hash;",
        "textbook/mod-n, hash $arg_user;",
        "textbook/md5-ring, hash $arg_user consistent;",
        "textbook/ring, hash $arg_user consistent;",
        "haproxy/roundrobin, ''",
        "haproxy/static-rr, ''",
        "haproxy/leastconn, least_conn;",
        "haproxy/first, ''",
        "haproxy/source, hash $remote_addr;",
        "haproxy/uri, hash $request_uri;",
        "haproxy/hdr, hash $arg_user;",
        "haproxy/random, random two;",
        "textbook/random, random;",
        "textbook/two-choices, random two;",
        "textbook/weighted-least-connections, least_conn;",
        "textbook/peak-ewma, least_conn;",
        "textbook/rendezvous, hash $arg_user consistent;",
        "textbook/jump, hash $arg_user consistent;",
        "textbook/ketama, hash $arg_user consistent;",
        "textbook/bounded-load-ring, hash $arg_user consistent;",
        "envoy/round-robin, ''",
        "envoy/least-request, random two;",
        "envoy/random, random;",
        "envoy/ring-hash, hash $arg_user consistent;",
        "envoy/maglev, hash $arg_user consistent;"
    })
    void writesTheNearestMethodAndSaysThatItIsNotTheSame(String policy, String line) {
        assertThat(Policies.find(policy)).isPresent();
        var export = NginxConf.write(upstream(policy, server("127.0.0.1:1", 1, Standing.UP, Terms.STANDARD)));
        assertThat(export.text()).contains(line.isEmpty() ? "web {\n        server" : "web {\n        " + line + "\n");
        assertThat(export.notes())
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("web: nginx has no " + policy + "; "));
    }

    @Test
    void quotesAWordSoThatItIsReadBackAsItIs() {
        assertThat(Page.word("$arg_user")).isEqualTo("$arg_user");
        assertThat(Page.word("a\\nb")).isEqualTo("\"a\\\\nb\"");
        assertThat(Page.word("a\"b\n")).isEqualTo("\"a\\\"b\\n\"");
        assertThat(Page.word("a b")).isEqualTo("\"a b\"");
        assertThat(Page.word("#a")).isEqualTo("\"#a\"");
        assertThat(Page.word("")).isEqualTo("\"\"");
        assertThat(Page.word("${arg_k}")).isEqualTo("\"${arg_k}\"");
    }

    @Test
    void takesThePartsOfAnotherProxysHash() {
        var options = Map.of("header", "X-User", "hash-type", "consistent");
        assertThat(Wording.of(new PolicyChoice("haproxy/hdr", options), KeyRule.STANDARD)
                        .line())
                .isEqualTo("hash $http_x_user consistent;");
        var random = new PolicyChoice("haproxy/random", Map.of("draws", "1"));
        assertThat(Wording.of(random, KeyRule.STANDARD).line()).isEqualTo("random;");
    }

    @Test
    void saysWhatNginxHasNoWordsFor() {
        var slow = Terms.STANDARD
                .startingSlowly(Duration.ofSeconds(5))
                .numbered(4)
                .asBackup()
                .failing(1, Duration.ofMillis(1500));
        var export = NginxConf.write(new Upstream(
                "my pool",
                PolicyChoice.of("nginx/hash"),
                KeyRule.STANDARD,
                List.of(
                        server("A", 0, Standing.UP, Terms.STANDARD),
                        server("127.0.0.1:8081", 1, Standing.DRAINING, Terms.STANDARD),
                        server("127.0.0.1:8083", 1, Standing.UP, slow)),
                new Redispatch(3, 1, false, Duration.ofSeconds(1)),
                Checks.usual()));
        assertThat(export.text())
                .contains(
                        "upstream my_pool {",
                        "server 127.0.0.1:8082 down; # A\n",
                        "server 127.0.0.1:8081 down;\n",
                        "server 127.0.0.1:8083 fail_timeout=2 down;\n");
        assertThat(export.notes())
                .containsExactly(
                        "the pool my pool is called my_pool, since nginx has its name for one thing only, without"
                                + " blanks and signs",
                        "my pool: nginx hashes $arg_key as it is written, and takes turns where there is none",
                        "my pool: nginx has no backups with hash $arg_key, and it is written as down: 127.0.0.1:8083",
                        "my pool: nginx has no way to drain a server, and it is written as down: 127.0.0.1:8081",
                        "my pool: nginx has no weight of 0, and the server is written as down: A",
                        "my pool: nginx gives servers no numbers: 127.0.0.1:8083",
                        "my pool: nginx has servers by address; one on this machine stands in: A",
                        "my pool: nginx has no slow start, except in its commercial version: 127.0.0.1:8083",
                        "my pool: nginx has fail_timeout in whole seconds, and it is rounded up: 127.0.0.1:8083",
                        "my pool: nginx has no health checks, except in its commercial version: it learns from failures"
                                + " alone",
                        "my pool: nginx does not go on after a failure as this pool does; its own rule holds: error"
                                + " timeout");
    }

    @Test
    void saysThatKeysMoveWhenARingOfNamesBecomesOneOfAddresses() {
        var named = new UpstreamServer(Member.up("A", 1), Optional.of("127.0.0.1:8081"), Watch.NONE);
        assertThat(NginxConf.write(upstream("nginx/hash-consistent", named)).notes())
                .containsExactly("web: nginx goes by addresses on its ring, and keys find other servers there than by"
                        + " names: A");
        assertThat(NginxConf.write(upstream("nginx/least-conn", named)).notes()).isEmpty();
    }

    private static ProxySetup read(String text) {
        return NginxConf.read("nginx.conf", text);
    }

    private static ProxySetup rewritten(ProxySetup setup) {
        return read(NginxConf.write(setup).text());
    }

    private static Upstream upstream(String policy, UpstreamServer... servers) {
        return new Upstream(
                "web",
                PolicyChoice.of(policy),
                new KeyRule("$arg_user"),
                List.of(servers),
                NextUpstream.STANDARD,
                Checks.none());
    }

    private static UpstreamServer server(String name, int weight, Standing standing, Terms terms) {
        return new UpstreamServer(
                new Member(new ServerId(name), weight, standing, terms),
                Optional.of(name).filter(n -> n.contains(":")),
                Watch.NONE);
    }
}
