package ringside.config.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import ringside.config.YamlDraft;
import ringside.config.proxy.Export;
import ringside.config.proxy.Hashed;
import ringside.config.proxy.Placed;
import ringside.config.proxy.Spread;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.config.proxy.Watch;
import ringside.engine.Address;

/** A Service without a selector, and the EndpointSlices that say by hand where its servers are. */
public final class KubernetesYaml {
    private static final int PORT = 80;
    private static final int LONGEST_NAME = 50;
    private static final int MOST_ENDPOINTS = 1000;
    private static final int AFFINITY_SECONDS = 10_800;
    private static final String PORT_NAME = "http";

    /** What all endpoints of a slice have in common. */
    private record Kind(String family, int port) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int families = family.compareTo(other.family);
            return families == 0 ? Integer.compare(port, other.port) : families;
        }
    }

    private final Upstream upstream;
    private final Told told = new Told();
    private final String name;

    private KubernetesYaml(Upstream upstream) {
        this.upstream = upstream;
        this.name = name(upstream.name());
    }

    /** Writes a pool as a Service on port 80 and its EndpointSlices. */
    public static Export write(Upstream upstream) {
        var yaml = new KubernetesYaml(upstream);
        var documents = new ArrayList<YamlDraft>();
        documents.add(yaml.service());
        documents.addAll(yaml.slices());
        yaml.tellTheRest();
        return new Export(YamlDraft.documents(documents), yaml.told.all());
    }

    /** A name as near to a pool's as a Service can have. */
    private static String name(String pool) {
        var fit = pool.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var begun =
                fit.isEmpty() || !Character.isLetter(fit.charAt(0)) ? "pool" + (fit.isEmpty() ? "" : "-" + fit) : fit;
        return begun.substring(0, Math.min(LONGEST_NAME, begun.length())).replaceAll("-+$", "");
    }

    private YamlDraft service() {
        var port =
                new YamlDraft().with("name", PORT_NAME).with("protocol", "TCP").with("port", PORT);
        var spec = new YamlDraft().with("ports", List.of(port));
        if (Spread.of(upstream) instanceof Spread.Hash(Hashed.Client(), var _, int _)) {
            var clients = new YamlDraft().with("timeoutSeconds", AFFINITY_SECONDS);
            spec.with("sessionAffinity", "ClientIP")
                    .with("sessionAffinityConfig", new YamlDraft().with("clientIP", clients));
        }
        return new YamlDraft()
                .with("apiVersion", "v1")
                .with("kind", "Service")
                .with("metadata", new YamlDraft().with("name", name))
                .with("spec", spec);
    }

    private List<YamlDraft> slices() {
        var kinds = new TreeMap<Kind, List<Placed>>();
        for (var at : Placed.of(upstream)) {
            at.note().ifPresent(told::that);
            int bytes = Address.bytesOf(at.host()).length;
            if (bytes == 0) {
                told.that(at.server().member().id() + " is left out: an endpoint has an address, and " + at.host()
                        + " is a name");
            } else if (at.server().member().terms().backup()) {
                told.that(at.server().member().id() + " is left out: a Service has no backups");
            } else {
                var kind = new Kind(bytes == 4 ? "IPv4" : "IPv6", at.port());
                kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(at);
            }
        }
        var slices = new ArrayList<YamlDraft>();
        kinds.forEach((kind, servers) -> {
            for (int from = 0; from < servers.size(); from += MOST_ENDPOINTS) {
                var some = servers.subList(from, Math.min(servers.size(), from + MOST_ENDPOINTS));
                slices.add(slice(kind, some, slices.size() + 1));
            }
        });
        return slices;
    }

    private YamlDraft slice(Kind kind, List<Placed> servers, int number) {
        var labels = new YamlDraft()
                .with("kubernetes.io/service-name", name)
                .with("endpointslice.kubernetes.io/managed-by", "ringside");
        var port =
                new YamlDraft().with("name", PORT_NAME).with("protocol", "TCP").with("port", kind.port());
        return new YamlDraft()
                .with("apiVersion", "discovery.k8s.io/v1")
                .with("kind", "EndpointSlice")
                .with(
                        "metadata",
                        new YamlDraft().with("name", name + "-" + number).with("labels", labels))
                .with("addressType", kind.family())
                .with("ports", List.of(port))
                .with("endpoints", servers.stream().map(this::endpoint).toList());
    }

    private YamlDraft endpoint(Placed at) {
        var member = at.server().member();
        if (at.host().startsWith("127.") || at.host().equals("::1")) {
            told.that(
                    "an endpoint may not be on loopback: write where " + member.id() + " is reached from the cluster");
        }
        var conditions = new YamlDraft().with("ready", member.open());
        return new YamlDraft().with("addresses", List.of(at.host())).with("conditions", conditions);
    }

    private void tellTheRest() {
        if (!name.equals(upstream.name())) {
            told.that("a Service cannot be called " + upstream.name() + "; it is called " + name);
        }
        choice();
        var terms = upstream.servers().stream().map(s -> s.member().terms()).toList();
        tell(
                upstream.servers().stream()
                                .map(s -> s.member().weight())
                                .distinct()
                                .count()
                        > 1,
                "weights");
        tell(terms.stream().anyMatch(t -> t.maxConnections() > 0), "limits of requests");
        tell(
                terms.stream().anyMatch(t -> t.maxFails() > 0),
                "failures that leave a server out for a while (max_fails)");
        tell(terms.stream().anyMatch(t -> !t.slowStart().isZero()), "slow starts");
        tell(upstream.servers().stream().anyMatch(s -> !s.watch().equals(Watch.NONE)), "checks of addresses");
        tell(upstream.retries().atFirst(upstream.pool()) > 1, "retries");
    }

    private void tell(boolean lost, String what) {
        if (lost) {
            told.that("a Service has no " + what + "; they are left out");
        }
    }

    private void choice() {
        var id = upstream.policy().id();
        if (Spread.of(upstream) instanceof Spread.Hash(var what, var _, int _)) {
            told.that(
                    what instanceof Hashed.Client
                            ? id + " is written as session affinity: a client keeps the endpoint that it got by chance,"
                                    + " for three hours after its last request"
                            : id + " is left out: a Service does not look into requests");
        } else {
            told.that(
                    id + " is left out: kube-proxy gives each connection to any endpoint by chance, or in turn where it"
                            + " uses IPVS");
        }
    }
}
