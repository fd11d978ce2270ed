package ringside.sim;

import java.util.Locale;

/** Prints what queueing theory expects of the simulated world beside what is measured, with 99 % intervals. */
public final class TheoryFigures {
    private TheoryFigures() {}

    /** Runs the measurements; takes no arguments. */
    public static void main(String[] args) {
        for (var theory : Theory.all()) {
            long began = System.nanoTime();
            var measured = theory.experiment().get();
            System.out.printf(
                    Locale.ROOT,
                    "%-42s theory %12.4f   measured %s   %.1f s%n",
                    theory.name(),
                    theory.expected(),
                    measured,
                    (System.nanoTime() - began) / 1e9);
        }
    }
}
