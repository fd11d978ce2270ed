package ringside.app;

import java.io.PrintWriter;
import java.util.Locale;

/** A table for people: the first column lies to the left, the others to the right. */
final class Columns {
    private final PrintWriter out;
    private final int first;
    private final int[] others;

    /** Columns of so many characters each, with a blank between them. */
    Columns(PrintWriter out, int first, int... others) {
        this.out = out;
        this.first = first;
        this.others = others.clone();
    }

    /** Writes one row; what is longer than its column moves the rest of the row. */
    void row(String... cells) {
        var row = new StringBuilder(cells[0]);
        row.repeat(' ', Math.max(0, first - row.length()));
        for (int i = 1; i < cells.length; i++) {
            row.repeat(' ', 1 + Math.max(0, others[i - 1] - cells[i].length())).append(cells[i]);
        }
        out.println(row.toString().stripTrailing());
    }

    /** Nanoseconds as milliseconds with three decimals. */
    static String millis(long nanos) {
        return millis((double) nanos);
    }

    /** The same of a fraction. */
    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    /** The same with a sign. */
    static String signedMillis(long nanos) {
        return signedMillis((double) nanos);
    }

    /** The same of a fraction. */
    static String signedMillis(double nanos) {
        return String.format(Locale.ROOT, "%+.3f", nanos / 1e6);
    }

    /** A share of 0 to 1 in percent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** A part of a number in percent; none of nothing. */
    static String percent(long part, long of) {
        return percent(of == 0 ? 0 : (double) part / of);
    }
}
