package ringside.net;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import ringside.engine.ServerId;

/** Writes what was counted in Prometheus' text format. */
final class MetricsText {
    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String SERVER = "server";
    private static final String CODE = "code";

    private final Meters meters;
    private final List<Gauge> gauges;
    private final long missed;

    private MetricsText(Meters meters, List<Gauge> gauges, long missed) {
        this.meters = meters;
        this.gauges = gauges;
        this.missed = missed;
    }

    /** The text for what was counted, how the servers stand, and how many events the recorder missed. */
    static String of(Meters meters, List<Gauge> gauges, long missed) {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create()
                    .write(out, new MetricsText(meters, gauges, missed).snapshots(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private MetricSnapshots snapshots() {
        var servers = meters.servers();
        return MetricSnapshots.of(
                counter("ringside_connections_accepted", "Connections taken from clients.", meters.accepted),
                gauge("ringside_connections_active", "Connections of clients that are open.", active()),
                requests(servers),
                durations(),
                counter("ringside_http_response_bytes", "Bytes sent to clients, heads included.", meters.bytesSent),
                each(
                        "ringside_server_retries",
                        "Attempts that failed and were made elsewhere.",
                        servers,
                        s -> s.retried),
                checks(servers),
                each("ringside_server_ejections", "Times a server was taken out of the pool.", servers, s -> s.ejected),
                now("ringside_server_up", "Whether a server may be given requests.", g -> g.up() ? 1 : 0),
                now("ringside_server_weight", "A server's share relative to the others.", Gauge::weight),
                now("ringside_server_requests_in_flight", "Requests that a server has.", Gauge::inFlight),
                counter("ringside_events_missed", "Events that the timeline was too slow to record.", missed),
                gauge("jvm_memory_used_bytes", "Memory of the heap that is in use.", used()));
    }

    private double active() {
        return (double) meters.accepted.sum() - meters.closed.sum();
    }

    private static double used() {
        var runtime = Runtime.getRuntime();
        return (double) runtime.totalMemory() - runtime.freeMemory();
    }

    private MetricSnapshot requests(Map<ServerId, Meters.OfServer> servers) {
        var all = CounterSnapshot.builder()
                .name("ringside_http_requests")
                .help("Requests by the server that answered, none for the proxy itself, and by status, 0 when cut.");
        meters.own.forEachStatus((code, count) -> all.dataPoint(point(Labels.of(SERVER, "", CODE, code), count)));
        servers.forEach((id, of) -> of.forEachStatus(
                (code, count) -> all.dataPoint(point(Labels.of(SERVER, id.name(), CODE, code), count))));
        return all.build();
    }

    private MetricSnapshot durations() {
        var buckets = ClassicHistogramBuckets.builder();
        meters.forEachDuration(buckets::bucket);
        return HistogramSnapshot.builder()
                .name("ringside_http_request_duration_seconds")
                .help("From a request's head to the last byte of its answer.")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(meters.nanos.sum() / 1e9)
                        .build())
                .build();
    }

    private static MetricSnapshot checks(Map<ServerId, Meters.OfServer> servers) {
        var checks = CounterSnapshot.builder().name("ringside_server_checks").help("Health checks that have ended.");
        servers.forEach((id, of) -> {
            checks.dataPoint(point(Labels.of(SERVER, id.name(), "result", "passed"), of.passed.sum()));
            checks.dataPoint(point(Labels.of(SERVER, id.name(), "result", "failed"), of.failed.sum()));
        });
        return checks.build();
    }

    private static MetricSnapshot each(
            String name,
            String help,
            Map<ServerId, Meters.OfServer> servers,
            Function<Meters.OfServer, LongAdder> what) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        servers.forEach((id, of) -> counter.dataPoint(
                point(Labels.of(SERVER, id.name()), what.apply(of).sum())));
        return counter.build();
    }

    private MetricSnapshot now(String name, String help, ToDoubleFunction<Gauge> what) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        gauges.forEach(g -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of(SERVER, g.server().name()))
                .value(what.applyAsDouble(g))
                .build()));
        return gauge.build();
    }

    private static MetricSnapshot counter(String name, String help, LongAdder count) {
        return counter(name, help, count.sum());
    }

    private static MetricSnapshot counter(String name, String help, long count) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(Labels.EMPTY, count))
                .build();
    }

    private static MetricSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static CounterDataPointSnapshot point(Labels labels, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) count)
                .build();
    }
}
