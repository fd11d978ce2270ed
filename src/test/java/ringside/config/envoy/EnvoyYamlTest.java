package ringside.config.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.config.Yaml;
import ringside.config.YamlMap;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.proxy.Export;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.Retries;
import ringside.engine.Terms;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** Names of fields are those of Envoy's v3 API reference; there is no Envoy here to ask. */
final class EnvoyYamlTest {
    private static final String BOOTSTRAP = """
        static_resources:
          listeners:
            - name: in
              address:
                socket_address:
                  address: "127.0.0.1"
                  port_value: 10000
              filter_chains:
                - filters:
                    - name: envoy.filters.network.http_connection_manager
                      typed_config:
                        "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                        stat_prefix: ingress_http
                        route_config:
                          name: all
                          virtual_hosts:
                            - name: all
                              domains:
                                - "*"
                              routes:
                                - match:
                                    prefix: "/"
                                  route:
                                    cluster: web
                                    hash_policy:
                                      - header:
                                          header_name: X-User
                                    retry_policy:
                                      retry_on: "connect-failure,refused-stream"
                                      num_retries: 3
                                      retry_host_predicate:
                                        - name: envoy.retry_host_predicates.previous_hosts
                                          typed_config:
                                            "@type": type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate
                                      host_selection_retry_max_attempts: 5
                        http_filters:
                          - name: envoy.filters.http.router
                            typed_config:
                              "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
          clusters:
            - name: web
              type: STATIC
              connect_timeout: "0.25s"
              lb_policy: RING_HASH
              common_lb_config:
                consistent_hashing_lb_config:
                  hash_balance_factor: 125
              load_assignment:
                cluster_name: web
                endpoints:
                  - lb_endpoints:
                      - endpoint:
                          address:
                            socket_address:
                              address: "10.0.0.1"
                              port_value: 80
                        load_balancing_weight: 3
                      - endpoint:
                          address:
                            socket_address:
                              address: "10.0.0.3"
                              port_value: 81
                        health_status: UNHEALTHY
                        load_balancing_weight: 1
                  - priority: 1
                    lb_endpoints:
                      - endpoint:
                          address:
                            socket_address:
                              address: "10.0.0.2"
                              port_value: 80
                        load_balancing_weight: 1
              health_checks:
                - timeout: "1.5s"
                  interval: "1.5s"
                  unhealthy_threshold: 3
                  healthy_threshold: 2
                  unhealthy_edge_interval: "0.2s"
                  healthy_edge_interval: "0.2s"
                  http_health_check:
                    path: "/up"
                    expected_statuses:
                      - start: 200
                        end: 400
              circuit_breakers:
                thresholds:
                  - max_connections: 15
                    max_requests: 15
                per_host_thresholds:
                  - max_connections: 5
        """;

    private static Upstream haproxy(String lines) {
        return HaproxyCfg.read("h.cfg", "backend web\n mode http\n timeout connect 250ms\n" + lines.indent(1))
                .upstream(Optional.empty());
    }

    private static Upstream foreign(PolicyChoice policy, String key, Retries retries, Terms terms) {
        var servers = List.of(
                new UpstreamServer(Member.up("a", 2).with(terms), Optional.of("10.0.0.1:80"), Watch.NONE),
                new UpstreamServer(Member.up("b", 1).with(terms), Optional.of("b.test"), Watch.NONE));
        return new Upstream("web", policy, new KeyRule(key), servers, retries, Checks.none());
    }

    private static String written(String policy, String key) {
        return EnvoyYaml.write(foreign(PolicyChoice.of(policy), key, NextUpstream.STANDARD, Terms.STANDARD))
                .text();
    }

    /** The lines from the one that begins with this on, as far as they are indented. */
    private static String part(String text, String first) {
        var lines =
                text.lines().dropWhile(line -> !line.strip().startsWith(first)).toList();
        int indent = lines.getFirst().length() - lines.getFirst().stripLeading().length();
        var rest = lines.stream()
                .skip(1)
                .takeWhile(line -> line.length() - line.stripLeading().length() > indent)
                .toList();
        return (lines.getFirst() + "\n" + String.join("\n", rest)).stripIndent().strip();
    }

    @Test
    void writesAWholeBootstrapFile() {
        var export = EnvoyYaml.write(haproxy("""
            balance hdr(X-User)
            hash-type consistent
            hash-balance-factor 125
            option redispatch 1
            option httpchk GET /up
            default-server check inter 1500 maxconn 5 fastinter 200
            server a 10.0.0.1:80 weight 3
            server b 10.0.0.2:80 backup
            server c 10.0.0.3:81 disabled
            """));

        assertThat(export.text()).isEqualTo(BOOTSTRAP);
        assertThat(export.notes()).hasSize(2);
    }

    @Test
    void choosesTheNearestPolicy() {
        assertThat(written("nginx/round-robin", "")).contains("lb_policy: ROUND_ROBIN\n");
        assertThat(written("nginx/random", "")).contains("lb_policy: RANDOM\n");
        assertThat(part(written("nginx/random-two", ""), "least_request_lb_config"))
                .isEqualTo("least_request_lb_config:\n  choice_count: 2");
        assertThat(written("nginx/least-conn", "")).contains("lb_policy: LEAST_REQUEST\n");
        assertThat(written("textbook/ring", "$request_uri")).contains("lb_policy: RING_HASH\n");
    }

    @Test
    void writesEnvoysOwnOptions() {
        var draws = Map.of("choice-count", "3", "active-request-bias", "150");
        assertThat(part(own("envoy/least-request", draws), "least_request_lb_config"))
                .isEqualTo("""
                    least_request_lb_config:
                      choice_count: 3
                      active_request_bias:
                        default_value: 1.50
                        runtime_key: ringside.active_request_bias\
                    """);
        var ring = Map.of("minimum-ring-size", "64", "hash-function", "murmur_hash_2", "hash-balance-factor", "120");
        assertThat(part(own("envoy/ring-hash", ring), "ring_hash_lb_config"))
                .isEqualTo("ring_hash_lb_config:\n  minimum_ring_size: 64\n  hash_function: MURMUR_HASH_2");
        assertThat(own("envoy/ring-hash", ring)).contains("hash_balance_factor: 120\n");
        assertThat(part(own("envoy/maglev", Map.of("table-size", "101")), "maglev_lb_config"))
                .isEqualTo("maglev_lb_config:\n  table_size: 101");
    }

    private static String own(String policy, Map<String, String> options) {
        return EnvoyYaml.write(foreign(new PolicyChoice(policy, options), "", NextUpstream.STANDARD, Terms.STANDARD))
                .text();
    }

    @Test
    void hashesTheSameThing() {
        assertThat(hashed("$arg_user")).isEqualTo("- query_parameter:\n    name: user");
        assertThat(hashed("$cookie_sid")).isEqualTo("- cookie:\n    name: sid");
        assertThat(hashed("$remote_addr")).isEqualTo("- connection_properties:\n    source_ip: true");
        assertThat(hashed("$host")).isEqualTo("- header:\n    header_name: \":authority\"");
        assertThat(hashed("$request_uri")).isEqualTo("- header:\n    header_name: \":path\"");
    }

    private static String hashed(String key) {
        return part(written("nginx/hash-consistent", key), "hash_policy:")
                .substring("hash_policy:".length())
                .stripIndent()
                .strip();
    }

    @Test
    void writesFailuresAsOutlierDetection() {
        var terms = Terms.STANDARD.failing(3, Duration.ofSeconds(20));
        var text = EnvoyYaml.write(foreign(PolicyChoice.of("nginx/round-robin"), "", NextUpstream.STANDARD, terms))
                .text();

        assertThat(part(text, "outlier_detection")).isEqualTo("""
            outlier_detection:
              consecutive_5xx: 3
              base_ejection_time: "20s"
              max_ejection_percent: 100\
            """);
        assertThat(text).contains("type: STRICT_DNS\n").contains("address: b.test\n");
    }

    @Test
    void writesSlowStartsWhereEnvoyHasThem() {
        var slow = Terms.STANDARD.startingSlowly(Duration.ofSeconds(8));

        assertThat(part(
                        EnvoyYaml.write(foreign(PolicyChoice.of("nginx/round-robin"), "", NextUpstream.STANDARD, slow))
                                .text(),
                        "round_robin_lb_config"))
                .isEqualTo("round_robin_lb_config:\n  slow_start_config:\n    slow_start_window: \"8s\"");
        assertThat(EnvoyYaml.write(foreign(PolicyChoice.of("nginx/hash"), "$host", NextUpstream.STANDARD, slow))
                        .notes())
                .contains("Envoy knows a slow start with ROUND_ROBIN and LEAST_REQUEST alone; it is left out");
    }

    @Test
    void triesAgainAsNginxDoes() {
        var kinds = Set.of(NextUpstream.Kind.ERROR, NextUpstream.Kind.HTTP_503, NextUpstream.Kind.HTTP_429);
        var retries = new NextUpstream(kinds, 0, Duration.ZERO);
        var text = EnvoyYaml.write(foreign(PolicyChoice.of("nginx/round-robin"), "", retries, Terms.STANDARD))
                .text();

        assertThat(part(text, "retry_policy").lines().limit(6))
                .containsExactly(
                        "retry_policy:",
                        "  retry_on: \"connect-failure,refused-stream,reset,retriable-status-codes\"",
                        "  retriable_status_codes:",
                        "    - 503",
                        "    - 429",
                        "  num_retries: 1");
    }

    @Test
    void writesSoundYamlForEveryPolicyAndEveryName() {
        for (var entry : Policies.all()) {
            for (var key : List.of("", "$arg_a", "$cookie_b", "$host$request_uri")) {
                var pool = foreign(PolicyChoice.of(entry.id()), key, NextUpstream.STANDARD, Terms.STANDARD);
                assertThat(clusterIn(EnvoyYaml.write(pool))).isEqualTo("web");
            }
        }
        var evil = "a\": b\n- c: 'd' # e";
        var odd = new PolicyChoice("haproxy/hdr", Map.of("header", evil.replace("\n", "")));
        var pool = foreign(odd, "", NextUpstream.STANDARD, Terms.STANDARD);
        var named = new Upstream(evil, odd, pool.key(), pool.servers(), pool.retries(), pool.checks());
        assertThat(clusterIn(EnvoyYaml.write(named))).isEqualTo(evil);
    }

    private static String clusterIn(Export export) {
        YamlMap root = Yaml.read("e.yaml", export.text()).map("static_resources");
        var resources = root.required("static_resources").map("listeners", "clusters");
        assertThat(resources.required("listeners").list()).hasSize(1);
        var cluster = resources.required("clusters").list().getFirst();
        return cluster.map(
                        "name",
                        "type",
                        "connect_timeout",
                        "lb_policy",
                        "round_robin_lb_config",
                        "least_request_lb_config",
                        "ring_hash_lb_config",
                        "maglev_lb_config",
                        "common_lb_config",
                        "load_assignment",
                        "outlier_detection")
                .required("name")
                .text();
    }
}
