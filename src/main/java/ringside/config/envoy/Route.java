package ringside.config.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringside.config.YamlDraft;
import ringside.config.proxy.Hashed;
import ringside.config.proxy.Spread;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;
import ringside.engine.haproxy.Redispatch;
import ringside.engine.nginx.NextUpstream;
import ringside.engine.nginx.NextUpstream.Kind;

/** Writes the way to a pool: what of a request is hashed, and when one that went wrong is tried again. */
final class Route {
    private static final String PREVIOUS_HOSTS = "envoy.retry_host_predicates.previous_hosts";
    private static final String PREVIOUS_HOSTS_TYPE =
            "type.googleapis.com/envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate";
    private static final int OTHER_HOSTS = 5;

    private final Upstream upstream;
    private final Told told;

    Route(Upstream upstream, Told told) {
        this.upstream = upstream;
        this.told = told;
    }

    /** The route. */
    YamlDraft draft() {
        var action = new YamlDraft().with("cluster", upstream.name());
        if (Spread.of(upstream) instanceof Spread.Hash hash) {
            action.with("hash_policy", List.of(hashed(hash.what())));
        }
        int retries = Math.max(0, upstream.retries().atFirst(upstream.pool()) - 1);
        if (retries > 0) {
            action.with("retry_policy", retried(retries));
        }
        return new YamlDraft()
                .with("match", new YamlDraft().with("prefix", "/"))
                .with("route", action);
    }

    private YamlDraft hashed(Hashed what) {
        return switch (what) {
            case Hashed.Parameter(var name) ->
                new YamlDraft().with("query_parameter", new YamlDraft().with("name", name));
            case Hashed.Header given -> {
                var name = given.fit().name();
                if (!name.equals(given.name())) {
                    told.that("a header cannot be called " + given.name() + "; " + name + " is written");
                }
                yield header(name.equalsIgnoreCase("host") ? ":authority" : name);
            }
            case Hashed.Cookie(var name) -> new YamlDraft().with("cookie", new YamlDraft().with("name", name));
            case Hashed.Client() ->
                new YamlDraft().with("connection_properties", new YamlDraft().with("source_ip", true));
            case Hashed.Target(boolean whole) -> {
                if (!whole) {
                    told.that("Envoy hashes the path with what follows its question mark, and not without");
                }
                yield header(":path");
            }
        };
    }

    private static YamlDraft header(String name) {
        return new YamlDraft().with("header", new YamlDraft().with("header_name", name));
    }

    private YamlDraft retried(int retries) {
        var draft = new YamlDraft();
        boolean elsewhere = true;
        switch (upstream.retries()) {
            case Redispatch redispatch -> {
                elsewhere = redispatch.every() != 0;
                draft.with("retry_on", "connect-failure,refused-stream");
                if (redispatch.every() != 0 && redispatch.every() != 1) {
                    told.that("each retry goes elsewhere, and not only every so many");
                }
            }
            case NextUpstream next -> nginx(next, draft);
            default -> {
                told.that("when a request is tried again is written as Envoy's own rule for connections that failed");
                draft.with("retry_on", "connect-failure,refused-stream");
            }
        }
        draft.with("num_retries", retries);
        if (elsewhere) {
            var predicate = new YamlDraft()
                    .with("name", PREVIOUS_HOSTS)
                    .with("typed_config", new YamlDraft().with("@type", PREVIOUS_HOSTS_TYPE));
            draft.with("retry_host_predicate", List.of(predicate))
                    .with("host_selection_retry_max_attempts", OTHER_HOSTS);
        }
        return draft;
    }

    private void nginx(NextUpstream next, YamlDraft draft) {
        var reasons = new TreeSet<String>();
        var statuses = new ArrayList<Integer>();
        for (var kind : Kind.values()) {
            if (next.kinds().contains(kind)) {
                switch (kind) {
                    case ERROR, TIMEOUT, INVALID_HEADER ->
                        reasons.addAll(List.of("connect-failure", "refused-stream", "reset"));
                    case NON_IDEMPOTENT -> {}
                    default -> {
                        reasons.add("retriable-status-codes");
                        statuses.add(Integer.valueOf(kind.name().substring("HTTP_".length())));
                    }
                }
            }
        }
        draft.with("retry_on", String.join(",", reasons));
        if (!statuses.isEmpty()) {
            draft.with("retriable_status_codes", statuses);
        }
        if (!next.kinds().contains(Kind.NON_IDEMPOTENT) && !reasons.isEmpty()) {
            told.that("Envoy tries requests of every method again, POST too");
        }
        if (!next.timeout().isZero()) {
            told.that("Envoy has no limit of time for trying a request again but the time the whole request may take");
        }
    }
}
