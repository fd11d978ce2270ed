package ringside.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import ringside.config.Printable;
import ringside.config.Units;
import ringside.world.Comparison;
import ringside.world.Estimate;
import ringside.world.Pairing;
import ringside.world.ServerFigures;
import ringside.world.Side;

/** Writes a comparison as tables for people. */
final class ComparisonTable {
    private static final String RUN = "%-34s %10s %10s %10s %10s %10s %10s %9s";
    private static final String DIFFERENCE = "%-34s %22s %10s %9s %9s %11s";

    private final PrintWriter out;
    private final Comparison comparison;

    ComparisonTable(PrintWriter out, Comparison comparison) {
        this.out = out;
        this.comparison = comparison;
    }

    void write() {
        var tape = comparison.sides().getFirst().tape();
        line(
                "%s with seed %d: the same %d requests for each policy; latencies in ms, of all that ended",
                Units.of(Duration.ofNanos(tape.nanos())), tape.begins().seed(), comparison.requests());
        out.println();
        line(RUN, "policy", "answered", "dropped", "mean", "p50", "p90", "p99", "busiest");
        comparison.sides().forEach(this::run);
        out.println();
        line(
                DIFFERENCE,
                "request by request, to the first",
                "mean, with 95 %",
                "median",
                "sooner",
                "later",
                "keys moved");
        for (int i = 1; i < comparison.sides().size(); i++) {
            difference(name(comparison.sides().get(i)), comparison.between(0, i));
        }
        out.println("Differences are taken of the requests that were answered under both; a negative one is a gain.");
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private static String name(Side side) {
        return Printable.brief(side.tape().begins().policy().toString());
    }

    private void run(Side side) {
        switch (side) {
            case Side.Told told -> {
                var figures = told.figures();
                var all = figures.all();
                double busiest = figures.servers().stream()
                        .mapToDouble(ServerFigures::share)
                        .max()
                        .orElse(0);
                line(
                        RUN,
                        name(side),
                        figures.totals().answered(),
                        figures.dropped(),
                        millis(all.meanNanos()),
                        millis(all.p50Nanos()),
                        millis(all.p90Nanos()),
                        millis(all.p99Nanos()),
                        percent(busiest));
            }
            case Side.Unfit(var _, var why) -> line("%-34s %s", name(side), Printable.line(why));
        }
    }

    private void difference(String name, Pairing pairing) {
        switch (pairing) {
            case Pairing.Paired paired -> {
                double of = Math.max(1, paired.answered());
                line(
                        DIFFERENCE,
                        name,
                        estimate(paired.meanNanos()),
                        signed(paired.medianNanos()),
                        percent(paired.faster() / of),
                        percent(paired.slower() / of),
                        paired.movedKeys().isPresent() ? paired.movedKeys().getAsLong() + " of 1000" : "-");
            }
            case Pairing.Unlike(long request, long _) ->
                line("%-34s other requests came from number %d on", name, request);
            case Pairing.Untold _ -> line("%-34s could not be told", name);
        }
    }

    private static String estimate(Estimate of) {
        return signed(of.mean())
                + (of.plusMinus().isPresent() ? " ± " + millis(of.plusMinus().getAsDouble()) : "");
    }

    private static String signed(double nanos) {
        return String.format(Locale.ROOT, "%+.3f", nanos / 1e6);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
