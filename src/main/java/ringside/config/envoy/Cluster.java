package ringside.config.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ringside.config.YamlDraft;
import ringside.config.proxy.Placed;
import ringside.config.proxy.SendablePath;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.engine.Address;
import ringside.engine.Member;
import ringside.engine.Standing;
import ringside.engine.Terms;
import ringside.engine.haproxy.Checking;
import ringside.engine.haproxy.Redispatch;
import ringside.world.Checks;

/** Writes a pool: its policy, its servers, how they are checked and what they can bear. */
final class Cluster {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int ALL = 100;

    private final Upstream upstream;
    private final Told told;
    private final List<Placed> servers;
    private final List<Terms> terms;

    Cluster(Upstream upstream, Told told) {
        this.upstream = upstream;
        this.told = told;
        this.servers = Placed.of(upstream);
        this.terms = upstream.servers().stream().map(s -> s.member().terms()).toList();
    }

    /** The cluster. */
    YamlDraft draft() {
        boolean addresses = servers.stream().allMatch(at -> Address.bytesOf(at.host()).length > 0);
        var draft = new YamlDraft()
                .with("name", upstream.name())
                .with("type", addresses ? "STATIC" : "STRICT_DNS")
                .with("connect_timeout", EnvoyYaml.time(connectTimeout()));
        new Balancing(upstream, told).write(draft);
        draft.with(
                "load_assignment",
                new YamlDraft().with("cluster_name", upstream.name()).with("endpoints", groups()));
        checks().ifPresent(check -> draft.with("health_checks", List.of(check)));
        failures().ifPresent(detection -> draft.with("outlier_detection", detection));
        limits().ifPresent(breakers -> draft.with("circuit_breakers", breakers));
        return draft;
    }

    private Duration connectTimeout() {
        var timeout =
                upstream.retries() instanceof Redispatch redispatch ? redispatch.connectTimeout() : CONNECT_TIMEOUT;
        return timeout.compareTo(LONGEST) > 0 || timeout.toMillis() < 1 ? CONNECT_TIMEOUT : timeout;
    }

    /** Servers, and behind them those that stand in for them. */
    private List<YamlDraft> groups() {
        var groups = new ArrayList<YamlDraft>();
        for (boolean backup : new boolean[] {false, true}) {
            var endpoints = servers.stream()
                    .filter(at -> at.server().member().terms().backup() == backup)
                    .map(this::endpoint)
                    .toList();
            if (!endpoints.isEmpty()) {
                groups.add((backup ? new YamlDraft().with("priority", 1) : new YamlDraft())
                        .with("lb_endpoints", endpoints));
            }
        }
        if (groups.size() > 1) {
            told.that(
                    "backups get requests as soon as fewer than 100 in 140 of the others are healthy, and not only when"
                            + " none is");
        }
        return groups;
    }

    private YamlDraft endpoint(Placed at) {
        at.note().ifPresent(told::that);
        var member = at.server().member();
        var draft = new YamlDraft()
                .with("endpoint", new YamlDraft().with("address", EnvoyYaml.socket(at.host(), at.port())));
        status(member).ifPresent(status -> draft.with("health_status", status));
        return draft.with("load_balancing_weight", Math.max(1, member.weight()));
    }

    private Optional<String> status(Member member) {
        if (member.standing() == Standing.DOWN) {
            return Optional.of("UNHEALTHY");
        }
        if (member.weight() == 0) {
            told.that(member.id() + " has weight 0, which Envoy does not know; it is written as draining");
        }
        return member.standing() == Standing.DRAINING || member.weight() == 0
                ? Optional.of("DRAINING")
                : Optional.empty();
    }

    private Optional<YamlDraft> checks() {
        var watches = upstream.servers().stream().map(s -> s.watch()).toList();
        var checked = watches.stream().flatMap(w -> w.checks().stream()).toList();
        if (watches.stream().anyMatch(w -> w.agent() || w.observing().isPresent())) {
            told.that("Envoy asks no agents, and its checks do not learn from traffic");
        }
        if (checked.isEmpty() || upstream.checks().kind() == Checks.Kind.NONE) {
            return Optional.empty();
        }
        if (checked.size() < watches.size() || checked.stream().distinct().count() > 1) {
            told.that("Envoy checks all servers of a pool alike, as the first one that is checked");
        }
        return Optional.of(check(checked.getFirst()));
    }

    private YamlDraft check(Checking checking) {
        var checks = upstream.checks();
        var draft = new YamlDraft()
                .with("timeout", EnvoyYaml.time(checks.timeout()))
                .with("interval", EnvoyYaml.time(checking.inter()))
                .with("unhealthy_threshold", checking.fall())
                .with("healthy_threshold", checking.rise());
        checking.fastInter()
                .ifPresent(time -> draft.with("unhealthy_edge_interval", EnvoyYaml.time(time))
                        .with("healthy_edge_interval", EnvoyYaml.time(time)));
        checking.downInter().ifPresent(time -> draft.with("unhealthy_interval", EnvoyYaml.time(time)));
        var passes = new YamlDraft().with("start", 200).with("end", 400);
        return checks.kind() == Checks.Kind.HTTP
                ? draft.with(
                        "http_health_check",
                        new YamlDraft()
                                .with("path", SendablePath.of(checks.path()))
                                .with("expected_statuses", List.of(passes)))
                : draft.with("tcp_health_check", new YamlDraft());
    }

    private Optional<YamlDraft> failures() {
        var failing = terms.stream().filter(t -> t.maxFails() > 0).toList();
        if (failing.isEmpty()) {
            return Optional.empty();
        }
        var first = failing.getFirst();
        told.that("max_fails is written as outlier detection: Envoy counts failures in a row, whenever they were, and"
                + " leaves a server out longer each time");
        if (failing.size() < terms.size()
                || failing.stream()
                        .anyMatch(t -> t.maxFails() != first.maxFails()
                                || !t.failTimeout().equals(first.failTimeout()))) {
            told.that("failures of all servers of a pool count alike, as those of the first");
        }
        return Optional.of(new YamlDraft()
                .with("consecutive_5xx", first.maxFails())
                .with("base_ejection_time", EnvoyYaml.time(first.failTimeout()))
                .with("max_ejection_percent", ALL));
    }

    private Optional<YamlDraft> limits() {
        var limits = terms.stream()
                .mapToLong(Terms::maxConnections)
                .filter(l -> l > 0)
                .toArray();
        if (limits.length == 0) {
            return Optional.empty();
        }
        if (limits.length < terms.size()) {
            told.that("Envoy limits the requests of a pool; that only some of its servers have a limit is left out");
            return Optional.empty();
        }
        long sum = Math.min(Arrays.stream(limits).sum(), 0xffff_ffffL);
        var all = new YamlDraft().with("max_connections", sum).with("max_requests", sum);
        var draft = new YamlDraft().with("thresholds", List.of(all));
        if (Arrays.stream(limits).distinct().count() > 1) {
            told.that("the limits of single servers are written as their sum for the pool");
            return Optional.of(draft);
        }
        return Optional.of(
                draft.with("per_host_thresholds", List.of(new YamlDraft().with("max_connections", limits[0]))));
    }
}
