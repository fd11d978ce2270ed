package ringside.app;

import static ringside.app.Columns.millis;
import static ringside.app.Columns.percent;
import static ringside.app.Columns.signedMillis;

import java.io.PrintWriter;
import java.time.Duration;
import ringside.config.Printable;
import ringside.config.Units;
import ringside.world.Comparison;
import ringside.world.Estimate;
import ringside.world.Pairing;
import ringside.world.ServerFigures;
import ringside.world.Side;

/** Writes a comparison as tables for people. */
final class ComparisonTable {
    private static final int NAME = 34;

    private final PrintWriter out;
    private final Comparison comparison;

    ComparisonTable(PrintWriter out, Comparison comparison) {
        this.out = out;
        this.comparison = comparison;
    }

    void write() {
        var tape = comparison.sides().getFirst().tape();
        out.println(Units.of(Duration.ofNanos(tape.nanos())) + " with seed "
                + tape.begins().seed() + ": the same " + comparison.requests()
                + " requests for each policy; latencies in ms, of all that ended");
        out.println();
        var runs = new Columns(out, NAME, 10, 10, 10, 10, 10, 10, 9);
        runs.row("policy", "answered", "dropped", "mean", "p50", "p90", "p99", "busiest");
        comparison.sides().forEach(side -> run(runs, side));
        out.println();
        var differences = new Columns(out, NAME, 22, 10, 9, 9, 11);
        differences.row(
                "request by request, to the first", "mean, with 95 %", "median", "sooner", "later", "keys moved");
        for (int i = 1; i < comparison.sides().size(); i++) {
            difference(differences, name(comparison.sides().get(i)), comparison.between(0, i));
        }
        out.println("Differences are taken of the requests that were answered under both; a negative one is a gain.");
    }

    private static String name(Side side) {
        return Printable.brief(side.tape().begins().policy().toString());
    }

    private static void run(Columns table, Side side) {
        switch (side) {
            case Side.Told told -> run(table, told);
            case Side.Unfit(var _, var why) -> table.row(name(side), Printable.line(why));
        }
    }

    private static void run(Columns table, Side.Told side) {
        var figures = side.figures();
        var all = figures.all();
        double busiest = figures.servers().stream()
                .mapToDouble(ServerFigures::share)
                .max()
                .orElse(0);
        table.row(
                name(side),
                Long.toString(figures.totals().answered()),
                Long.toString(figures.dropped()),
                millis(all.meanNanos()),
                millis(all.p50Nanos()),
                millis(all.p90Nanos()),
                millis(all.p99Nanos()),
                percent(busiest));
    }

    private static void difference(Columns table, String name, Pairing pairing) {
        switch (pairing) {
            case Pairing.Paired paired ->
                table.row(
                        name,
                        estimate(paired.meanNanos()),
                        signedMillis(paired.medianNanos()),
                        percent(paired.faster(), paired.answered()),
                        percent(paired.slower(), paired.answered()),
                        paired.movedKeys().isPresent() ? paired.movedKeys().getAsLong() + " of 1000" : "-");
            case Pairing.Unlike(long request, long _) ->
                table.row(name, "other requests came from number " + request + " on");
            case Pairing.Untold _ -> table.row(name, "could not be told");
        }
    }

    private static String estimate(Estimate of) {
        var mean = signedMillis(of.mean());
        return of.plusMinus().isPresent() ? mean + " ± " + millis(of.plusMinus().getAsDouble()) : mean;
    }
}
