package ringside.config.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import ringside.config.YamlDraft;
import ringside.config.proxy.Spread;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;

/** Writes a policy: itself where it is Envoy's, and the nearest one where it is not. */
final class Balancing {
    private static final String OURS = "envoy/";

    private final Upstream upstream;
    private final Told told;

    Balancing(Upstream upstream, Told told) {
        this.upstream = upstream;
        this.told = told;
    }

    /** Adds it to a cluster. */
    void write(YamlDraft cluster) {
        var spread = Spread.of(upstream);
        var name = name(spread);
        cluster.with("lb_policy", name);
        if (!upstream.policy().id().startsWith(OURS)) {
            told.that(upstream.policy().id() + " is written as " + name + ", the nearest that Envoy has; which server a"
                    + " single request goes to may differ");
        }
        var options = options(spread);
        slowStart(name).ifPresent(slow -> options.with("slow_start_config", slow));
        if (!options.isEmpty()) {
            cluster.with(name.toLowerCase(Locale.ROOT) + "_lb_config", options);
        }
        if (spread instanceof Spread.Hash hash && hash.bound() >= 100) {
            cluster.with(
                    "common_lb_config",
                    new YamlDraft()
                            .with(
                                    "consistent_hashing_lb_config",
                                    new YamlDraft().with("hash_balance_factor", hash.bound())));
        }
    }

    private static String name(Spread spread) {
        return switch (spread) {
            case Spread.Turns _, Spread.Filled _ -> "ROUND_ROBIN";
            case Spread.LeastBusy _ -> "LEAST_REQUEST";
            case Spread.Drawn(int draws) -> draws == 1 ? "RANDOM" : "LEAST_REQUEST";
            case Spread.Hash(var _, var table, int _) -> table == Spread.Table.MAGLEV ? "MAGLEV" : "RING_HASH";
        };
    }

    private YamlDraft options(Spread spread) {
        var options = new YamlDraft();
        switch (spread) {
            case Spread.LeastBusy _ -> choices(options);
            case Spread.Drawn(int draws) when draws > 1 -> options.with("choice_count", draws);
            case Spread.Hash(var _, var table, int _) -> {
                if (table == Spread.Table.MAGLEV) {
                    number("table-size").ifPresent(size -> options.with("table_size", size));
                } else {
                    ring(options);
                }
            }
            default -> {}
        }
        return options;
    }

    /** Where all are compared, nearly all are when as many are drawn as there are. */
    private void choices(YamlDraft options) {
        boolean ours = upstream.policy().id().startsWith(OURS);
        if (option("selection").equals(Optional.of("full-scan"))) {
            told.that("that all hosts are looked at is written as drawing as many as there are, which may draw one"
                    + " twice");
        }
        if (!ours || option("selection").equals(Optional.of("full-scan"))) {
            options.with("choice_count", Math.max(2, upstream.servers().size()));
        } else {
            number("choice-count").ifPresent(count -> options.with("choice_count", count));
        }
        number("active-request-bias")
                .ifPresent(bias -> options.with("active_request_bias", runtime("ringside.active_request_bias", bias)));
    }

    private void ring(YamlDraft options) {
        number("minimum-ring-size").ifPresent(size -> options.with("minimum_ring_size", size));
        number("maximum-ring-size").ifPresent(size -> options.with("maximum_ring_size", size));
        option("hash-function").ifPresent(name -> options.with("hash_function", name.toUpperCase(Locale.ROOT)));
    }

    private Optional<YamlDraft> slowStart(String name) {
        var longest = upstream.servers().stream()
                .map(s -> s.member().terms().slowStart())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (longest.toMillis() == 0) {
            return Optional.empty();
        }
        if (!name.equals("ROUND_ROBIN") && !name.equals("LEAST_REQUEST")) {
            told.that("Envoy knows a slow start with ROUND_ROBIN and LEAST_REQUEST alone; it is left out");
            return Optional.empty();
        }
        if (upstream.servers().stream()
                .anyMatch(s -> !s.member().terms().slowStart().equals(longest))) {
            told.that("Envoy starts all servers of a pool equally slowly, each in " + EnvoyYaml.time(longest));
        }
        var slow = new YamlDraft().with("slow_start_window", EnvoyYaml.time(longest));
        number("slow-start-aggression").ifPresent(a -> slow.with("aggression", runtime("ringside.aggression", a)));
        number("min-weight-percent")
                .ifPresent(percent -> slow.with("min_weight_percent", new YamlDraft().with("value", percent)));
        return Optional.of(slow);
    }

    /** A fraction, which Envoy also looks for under a key when it runs. */
    private static YamlDraft runtime(String key, int percent) {
        return new YamlDraft()
                .with("default_value", new BigDecimal(percent).movePointLeft(2))
                .with("runtime_key", key);
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(upstream.policy().options().get(name))
                .filter(_ -> upstream.policy().id().startsWith(OURS));
    }

    private Optional<Integer> number(String name) {
        return option(name).map(Integer::valueOf);
    }
}
