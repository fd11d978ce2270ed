package ringside.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import ringside.config.Printable;
import ringside.config.Units;
import ringside.world.ClientFigures;
import ringside.world.LatencyFigures;
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
    private final int width;

    /** Tables of these figures, to be written there. */
    RunTable(PrintWriter out, RunFigures figures) {
        this.out = out;
        this.figures = figures;
        this.width = figures.servers().stream()
                .mapToInt(s -> Printable.brief(s.server().name()).length())
                .reduce(NARROWEST_NAME, Math::max);
    }

    void write(Scenario scenario) {
        line("%s by %s, seed %d", Units.of(Duration.ofNanos(figures.nanos())), scenario.policy(), scenario.seed());
        out.println();
        totals();
        latencies();
        servers();
        clients();
        remaps();
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private void totals() {
        var totals = figures.totals();
        line("requests %10d", totals.arrived());
        line("answered %10d %9s", totals.answered(), percent(totals.answered(), totals.arrived()));
        line(
                "dropped  %10d %9s   %d timed out, %d failed, %d refused",
                figures.dropped(),
                percent(figures.dropped(), totals.arrived()),
                totals.timedOut(),
                totals.failed(),
                totals.refused());
        line("open     %10d %9s   had not ended", figures.open(), percent(figures.open(), totals.arrived()));
        line("retried  %10d", totals.retried());
    }

    private void latencies() {
        out.println();
        line("%-16s %10s %10s %10s %10s %10s %10s", "latency in ms", "mean", "p50", "p90", "p99", "p99.9", "max");
        latency("all that ended", figures.all());
        latency("answered only", figures.answered());
        out.println(
                "The second line leaves out what was dropped, so it can look better the more is dropped; in the first,"
                        + " a request");
        out.println("that failed counts with the time until it did, and one that timed out with its timeout.");
    }

    private void latency(String name, LatencyFigures of) {
        line(
                "%-16s %10s %10s %10s %10s %10s %10s",
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
        row("server", "requests", "share", "answered", "failed", "busy");
        for (var server : figures.servers()) {
            server(server);
        }
    }

    private void server(ServerFigures of) {
        row(
                Printable.brief(of.server().name()),
                of.requests(),
                percent(of.share()),
                of.answered(),
                of.failed(),
                percent(of.utilisation()));
    }

    private void row(Object... fields) {
        line("%-" + width + "s %10s %9s %10s %10s %9s", fields);
    }

    private void clients() {
        out.println();
        line("%-16s %10s %10s %12s %12s", "client", "requests", "answered", "p50 in ms", "p99 in ms");
        figures.clients().stream().limit(CLIENTS).forEach(client -> client(client.client(), client));
        int more = figures.clients().size() - CLIENTS;
        if (figures.others().requests() > 0) {
            client("later ones", figures.others());
        }
        if (more > 0) {
            line("and %d more, which --json lists", more);
        }
    }

    private void client(String name, ClientFigures of) {
        line(
                "%-16s %10d %10d %12s %12s",
                Printable.brief(name),
                of.requests(),
                of.answered(),
                millis(of.latency().p50Nanos()),
                millis(of.latency().p99Nanos()));
    }

    private void remaps() {
        if (figures.remapped() == 0) {
            return;
        }
        out.println();
        line("%-12s %8s %8s %9s %9s", "remapped at", "keys", "moved", "fraction", "law");
        figures.remaps().stream()
                .limit(REMAPS)
                .forEach(remap -> line(
                        "%-12s %8d %8d %9s %9s",
                        String.format(Locale.ROOT, "%.3f s", remap.nanos() / 1e9),
                        remap.keys(),
                        remap.moved(),
                        percent(remap.fraction()),
                        percent(remap.law())));
        if (figures.remapped() > REMAPS) {
            line("and %d more", figures.remapped() - REMAPS);
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    private static String percent(long part, long of) {
        return percent(of == 0 ? 0 : (double) part / of);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
