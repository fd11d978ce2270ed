package ringside.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import ringside.world.ClientFigures;
import ringside.world.LatencyFigures;
import ringside.world.RemapFigures;
import ringside.world.RunFigures;
import ringside.world.Scenario;
import ringside.world.ServerFigures;

/** Writes what was counted in a run as JSON: the same bytes for the same figures, whatever the machine's language. */
final class RunJson {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private RunJson() {}

    static String write(Scenario scenario, RunFigures figures) {
        return text(run(scenario, figures));
    }

    static String text(JsonObject object) {
        return GSON.toJson(object) + "\n";
    }

    static JsonObject run(Scenario scenario, RunFigures figures) {
        var run = new JsonObject();
        run.addProperty("policy", scenario.policy().toString());
        run.addProperty("seed", scenario.seed());
        run.addProperty("seconds", seconds(figures.nanos()));
        var totals = figures.totals();
        run.addProperty("requests", totals.arrived());
        run.addProperty("answered", totals.answered());
        run.addProperty("dropped", figures.dropped());
        run.addProperty("timedOut", totals.timedOut());
        run.addProperty("failed", totals.failed());
        run.addProperty("refused", totals.refused());
        run.addProperty("open", figures.open());
        run.addProperty("retried", totals.retried());
        run.add("latency", latency(figures.all()));
        run.add("answeredLatency", latency(figures.answered()));
        var servers = new JsonArray();
        figures.servers().forEach(server -> servers.add(server(server)));
        run.add("servers", servers);
        addCaches(run, figures);
        addClients(run, figures);
        addRemaps(run, figures);
        return run;
    }

    private static JsonObject latency(LatencyFigures of) {
        var latency = new JsonObject();
        latency.addProperty("count", of.count());
        latency.addProperty("meanMillis", millis(of.meanNanos()));
        latency.addProperty("p50Millis", millis(of.p50Nanos()));
        latency.addProperty("p90Millis", millis(of.p90Nanos()));
        latency.addProperty("p99Millis", millis(of.p99Nanos()));
        latency.addProperty("p999Millis", millis(of.p999Nanos()));
        latency.addProperty("maxMillis", millis(of.maxNanos()));
        return latency;
    }

    private static JsonObject server(ServerFigures of) {
        var server = new JsonObject();
        server.addProperty("name", of.server().name());
        server.addProperty("requests", of.requests());
        server.addProperty("answered", of.answered());
        server.addProperty("failed", of.failed());
        server.addProperty("share", share(of.share()));
        server.addProperty("busyMillis", millis(of.busyNanos()));
        server.addProperty("utilisation", share(of.utilisation()));
        if (of.looks().all() > 0) {
            server.addProperty("hitRatio", share(of.looks().hitRatio()));
        }
        if (of.wakes().connections() > 0) {
            server.addProperty("wokenForEachConnection", share(of.wakes().each()));
        }
        return server;
    }

    private static void addCaches(JsonObject run, RunFigures figures) {
        var looks = figures.looks();
        if (looks.all() == 0) {
            return;
        }
        var cache = new JsonObject();
        cache.addProperty("hitRatio", share(looks.hitRatio()));
        cache.addProperty("hits", looks.hits());
        cache.addProperty("stale", looks.stale());
        cache.addProperty("misses", looks.misses());
        cache.addProperty("joined", looks.joined());
        run.add("cache", cache);
        var load = figures.origin();
        var origin = new JsonObject();
        origin.addProperty("asked", load.asked());
        origin.addProperty("needed", load.needed());
        origin.addProperty("answered", load.answered());
        origin.addProperty("refused", load.refused());
        origin.addProperty("amplification", share(load.amplification()));
        run.add("origin", origin);
    }

    private static void addClients(JsonObject run, RunFigures figures) {
        var clients = new JsonArray();
        figures.clients().forEach(client -> clients.add(client(client)));
        run.add("clients", clients);
        if (figures.others().requests() > 0) {
            run.add("otherClients", client(figures.others()));
        }
    }

    private static JsonObject client(ClientFigures of) {
        var client = new JsonObject();
        client.addProperty("name", of.client());
        client.addProperty("requests", of.requests());
        client.addProperty("answered", of.answered());
        client.addProperty("p50Millis", millis(of.latency().p50Nanos()));
        client.addProperty("p99Millis", millis(of.latency().p99Nanos()));
        return client;
    }

    private static void addRemaps(JsonObject run, RunFigures figures) {
        run.addProperty("remapped", figures.remapped());
        var remaps = new JsonArray();
        figures.remaps().forEach(remap -> remaps.add(remap(remap)));
        run.add("remaps", remaps);
    }

    private static JsonObject remap(RemapFigures of) {
        var remap = new JsonObject();
        remap.addProperty("atSeconds", seconds(of.nanos()));
        remap.addProperty("keys", of.keys());
        remap.addProperty("moved", of.moved());
        remap.addProperty("fraction", share(of.fraction()));
        remap.addProperty("law", share(of.law()));
        return remap;
    }

    static BigDecimal millis(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 6));
    }

    static BigDecimal seconds(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 9));
    }

    private static BigDecimal share(double share) {
        return plain(new BigDecimal(share).setScale(6, RoundingMode.HALF_UP));
    }

    /** Without idle zeros and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
