package ringside.config.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import ringside.config.YamlDraft;
import ringside.config.proxy.Export;
import ringside.config.proxy.Told;
import ringside.config.proxy.Upstream;

/** Envoy's static configuration. */
public final class EnvoyYaml {
    private static final String HERE = "127.0.0.1";
    private static final int PORT = 10_000;
    private static final String TYPES = "type.googleapis.com/envoy.extensions.filters.";

    private EnvoyYaml() {}

    /** Writes a pool as a cluster, with a listener at {@code 127.0.0.1:10000} that leads to it. */
    public static Export write(Upstream upstream) {
        var told = new Told();
        var cluster = new Cluster(upstream, told).draft();
        var route = new Route(upstream, told).draft();
        var bootstrap = new YamlDraft()
                .with(
                        "static_resources",
                        new YamlDraft()
                                .with("listeners", List.of(listener(route)))
                                .with("clusters", List.of(cluster)));
        return new Export(bootstrap.text(), told.all());
    }

    private static YamlDraft listener(YamlDraft route) {
        var host = new YamlDraft()
                .with("name", "all")
                .with("domains", List.of("*"))
                .with("routes", List.of(route));
        var router = new YamlDraft()
                .with("name", "envoy.filters.http.router")
                .with("typed_config", new YamlDraft().with("@type", TYPES + "http.router.v3.Router"));
        var manager = new YamlDraft()
                .with("@type", TYPES + "network.http_connection_manager.v3.HttpConnectionManager")
                .with("stat_prefix", "ingress_http")
                .with("route_config", new YamlDraft().with("name", "all").with("virtual_hosts", List.of(host)))
                .with("http_filters", List.of(router));
        var filter = new YamlDraft()
                .with("name", "envoy.filters.network.http_connection_manager")
                .with("typed_config", manager);
        return new YamlDraft()
                .with("name", "in")
                .with("address", socket(HERE, PORT))
                .with("filter_chains", List.of(new YamlDraft().with("filters", List.of(filter))));
    }

    /** An address. */
    static YamlDraft socket(String host, int port) {
        return new YamlDraft()
                .with("socket_address", new YamlDraft().with("address", host).with("port_value", port));
    }

    /** A time in Envoy's words, such as {@code 0.25s}. */
    static String time(Duration time) {
        return new BigDecimal(time.toMillis())
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString() + "s";
    }
}
