package ringside.config.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.config.Yaml;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.UpstreamServer;
import ringside.config.proxy.Watch;
import ringside.engine.KeyRule;
import ringside.engine.Member;
import ringside.engine.Policies;
import ringside.engine.PolicyChoice;
import ringside.engine.nginx.NextUpstream;
import ringside.world.Checks;

/** Names of fields are those of Kubernetes' API reference; there is no cluster here to ask. */
final class KubernetesYamlTest {
    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: my-web
        spec:
          ports:
            - name: http
              protocol: TCP
              port: 80
          sessionAffinity: ClientIP
          sessionAffinityConfig:
            clientIP:
              timeoutSeconds: 10800
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: my-web-1
          labels:
            kubernetes.io/service-name: my-web
            endpointslice.kubernetes.io/managed-by: ringside
        addressType: IPv4
        ports:
          - name: http
            protocol: TCP
            port: 8080
        endpoints:
          - addresses:
              - "10.0.0.1"
            conditions:
              ready: true
          - addresses:
              - "10.0.0.2"
            conditions:
              ready: false
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: my-web-2
          labels:
            kubernetes.io/service-name: my-web
            endpointslice.kubernetes.io/managed-by: ringside
        addressType: IPv6
        ports:
          - name: http
            protocol: TCP
            port: 8080
        endpoints:
          - addresses:
              - "2001:db8::1"
            conditions:
              ready: true
        """;

    private static Upstream pool(String name, String policy, UpstreamServer... servers) {
        return new Upstream(
                name,
                PolicyChoice.of(policy),
                KeyRule.STANDARD,
                List.of(servers),
                new NextUpstream(Set.of(), 1, Duration.ZERO),
                Checks.none());
    }

    private static UpstreamServer at(String name, String address) {
        return new UpstreamServer(Member.up(name, 1), Optional.of(address), Watch.NONE);
    }

    @Test
    void writesAServiceAndASliceForEachPortAndFamily() {
        var upstream = HaproxyCfg.read("h.cfg", """
            backend My.Web
             balance source
             retries 0
             server a 10.0.0.1:8080
             server b 10.0.0.2:8080 disabled
             server c [2001:db8::1]:8080
            """).upstream(Optional.empty());
        var export = KubernetesYaml.write(upstream);

        assertThat(export.text()).isEqualTo(SERVICE);
        assertThat(export.notes())
                .containsExactly(
                        "a Service cannot be called My.Web; it is called my-web",
                        "haproxy/source is written as session affinity: a client keeps the endpoint that it got by"
                                + " chance, for three hours after its last request");
    }

    @Test
    void tellsWhatAServiceCannotDo() {
        var upstream = HaproxyCfg.read("h.cfg", """
            backend web
             mode http
             balance uri
             server a 10.0.0.1:80 weight 3 maxconn 4 slowstart 5s check
             server b b.test:80
             server c 127.0.0.1:80 backup
             server d 127.0.0.1:80
            """).upstream(Optional.empty());

        assertThat(KubernetesYaml.write(upstream).notes())
                .containsExactly(
                        "b is left out: an endpoint has an address, and b.test is a name",
                        "c is left out: a Service has no backups",
                        "an endpoint may not be on loopback: write where d is reached from the cluster",
                        "haproxy/uri is left out: a Service does not look into requests",
                        "a Service has no weights; they are left out",
                        "a Service has no limits of requests; they are left out",
                        "a Service has no slow starts; they are left out",
                        "a Service has no checks of addresses; they are left out",
                        "a Service has no retries; they are left out");
    }

    @Test
    void writesSoundYamlForEveryPolicyAndEveryName() {
        for (var entry : Policies.all()) {
            assertThat(nameIn(pool("web", entry.id(), at("a", "10.0.0.1:80")))).isEqualTo("web");
        }
        assertThat(nameIn(pool("on", "nginx/hash", at("a", "10.0.0.1:80")))).isEqualTo("on");
        assertThat(nameIn(pool("9\": x\n- y", "nginx/hash", at("a", "10.0.0.1:80"))))
                .isEqualTo("pool-9-x-y");
        assertThat(nameIn(pool("é", "nginx/hash", at("a", "10.0.0.1:80")))).isEqualTo("pool");
        assertThat(nameIn(pool("x".repeat(300), "nginx/hash", at("a", "10.0.0.1:80"))))
                .hasSize(50);
    }

    private static String nameIn(Upstream upstream) {
        var documents = KubernetesYaml.write(upstream).text().split("(?m)^---\n");
        assertThat(documents).hasSize(2);
        var names = Stream.of(documents)
                .map(text -> Yaml.read("k.yaml", text)
                        .map("apiVersion", "kind", "metadata", "spec", "addressType", "ports", "endpoints")
                        .required("metadata")
                        .map("name", "labels")
                        .required("name")
                        .text())
                .toList();
        assertThat(names.get(1)).isEqualTo(names.get(0) + "-1");
        return names.getFirst();
    }

    @Test
    void startsANewSliceAfterAThousandEndpoints() {
        var servers = IntStream.range(0, 2500)
                .mapToObj(i -> at("s" + i, "10.0." + i / 250 + "." + i % 250 + ":80"))
                .toArray(UpstreamServer[]::new);

        assertThat(KubernetesYaml.write(pool("web", "nginx/random", servers))
                        .text()
                        .lines()
                        .filter(line -> line.equals("kind: EndpointSlice")))
                .hasSize(3);
    }
}
