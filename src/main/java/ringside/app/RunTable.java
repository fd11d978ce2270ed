package ringside.app;

import static ringside.app.Columns.millis;
import static ringside.app.Columns.percent;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import ringside.config.Printable;
import ringside.config.Units;
import ringside.world.ClientFigures;
import ringside.world.LatencyFigures;
import ringside.world.RemapFigures;
import ringside.world.RunFigures;
import ringside.world.Scenario;
import ringside.world.ServerFigures;

/** Writes what was counted in a run as tables for people. */
final class RunTable {
    private static final int CLIENTS = 10;
    private static final int REMAPS = 10;
    private static final int NARROWEST_NAME = 8;

    private final PrintWriter out;
    private final RunFigures figures;

    /** Tables of these figures, to be written there. */
    RunTable(PrintWriter out, RunFigures figures) {
        this.out = out;
        this.figures = figures;
    }

    void write(Scenario scenario) {
        out.println(
                Units.of(Duration.ofNanos(figures.nanos())) + " by " + scenario.policy() + ", seed " + scenario.seed());
        out.println();
        totals();
        latencies();
        servers();
        caches();
        clients();
        remaps();
    }

    private void totals() {
        var table = new Columns(out, 8, 10, 9, 0);
        var totals = figures.totals();
        table.row("requests", Long.toString(totals.arrived()));
        total(table, "answered", totals.answered(), "");
        var why = "  " + totals.timedOut() + " timed out, " + totals.failed() + " failed, " + totals.refused()
                + " refused";
        total(table, "dropped", figures.dropped(), why);
        total(table, "open", figures.open(), "  had not ended");
        table.row("retried", Long.toString(totals.retried()));
    }

    private void total(Columns table, String name, long count, String remark) {
        table.row(name, Long.toString(count), percent(count, figures.totals().arrived()), remark);
    }

    private void latencies() {
        out.println();
        var table = new Columns(out, 16, 10, 10, 10, 10, 10, 10);
        table.row("latency in ms", "mean", "p50", "p90", "p99", "p99.9", "max");
        latency(table, "all that ended", figures.all());
        latency(table, "answered only", figures.answered());
        out.println(
                "The second line leaves out what was dropped, so it can look better the more is dropped; in the first,"
                        + " a request");
        out.println("that failed counts with the time until it did, and one that timed out with its timeout.");
    }

    private static void latency(Columns table, String name, LatencyFigures of) {
        table.row(
                name,
                millis(of.meanNanos()),
                millis(of.p50Nanos()),
                millis(of.p90Nanos()),
                millis(of.p99Nanos()),
                millis(of.p999Nanos()),
                millis(of.maxNanos()));
    }

    private void servers() {
        out.println();
        int width = figures.servers().stream()
                .mapToInt(s -> Printable.brief(s.server().name()).length())
                .reduce(NARROWEST_NAME, Math::max);
        var table = new Columns(out, width, 10, 9, 10, 10, 9);
        table.row("server", "requests", "share", "answered", "failed", "busy");
        figures.servers().forEach(server -> server(table, server));
    }

    private static void server(Columns table, ServerFigures of) {
        table.row(
                Printable.brief(of.server().name()),
                Long.toString(of.requests()),
                percent(of.share()),
                Long.toString(of.answered()),
                Long.toString(of.failed()),
                percent(of.utilisation()));
    }

    private void caches() {
        var looks = figures.looks();
        if (looks.all() == 0) {
            return;
        }
        var origin = figures.origin();
        out.println();
        out.println("caches: hit ratio " + percent(looks.hitRatio()) + ", " + looks.hits() + " hits, " + looks.stale()
                + " stale, " + looks.misses() + " misses, " + looks.joined() + " waited for a fetch under way");
        out.println(String.format(
                Locale.ROOT,
                "origin: amplification %.2f, %d fetches where %d were needed, %d of them refused",
                origin.amplification(),
                origin.asked(),
                origin.needed(),
                origin.refused()));
    }

    private void clients() {
        out.println();
        var table = new Columns(out, 16, 10, 10, 12, 12);
        table.row("client", "requests", "answered", "p50 in ms", "p99 in ms");
        figures.clients().stream().limit(CLIENTS).forEach(client -> client(table, client.client(), client));
        if (figures.others().requests() > 0) {
            client(table, "later ones", figures.others());
        }
        int more = figures.clients().size() - CLIENTS;
        if (more > 0) {
            out.println("and " + more + " more, which --json lists");
        }
    }

    private static void client(Columns table, String name, ClientFigures of) {
        table.row(
                Printable.brief(name),
                Long.toString(of.requests()),
                Long.toString(of.answered()),
                millis(of.latency().p50Nanos()),
                millis(of.latency().p99Nanos()));
    }

    private void remaps() {
        if (figures.remapped() == 0) {
            return;
        }
        out.println();
        var table = new Columns(out, 12, 8, 8, 9, 9);
        table.row("remapped at", "keys", "moved", "fraction", "law");
        figures.remaps().stream().limit(REMAPS).forEach(remap -> remap(table, remap));
        if (figures.remapped() > REMAPS) {
            out.println("and " + (figures.remapped() - REMAPS) + " more");
        }
    }

    private static void remap(Columns table, RemapFigures of) {
        table.row(
                String.format(Locale.ROOT, "%.3f s", of.nanos() / 1e9),
                Long.toString(of.keys()),
                Long.toString(of.moved()),
                percent(of.fraction()),
                percent(of.law()));
    }
}
