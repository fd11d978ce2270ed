package ringside.lesson;

import java.util.List;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workshop;

/**
 * Runs the configurations of a workshop: the solution has to reach every goal, and what is said to be wrong has to miss
 * the goal it is said to miss; on our engine, and on the program itself where it is installed.
 */
final class WorkshopCheck {
    private static final Workbench.Listener NOBODY = new Workbench.Listener() {
        @Override
        public void begun(Goal goal) {}

        @Override
        public void asked(int server, boolean stop) {}
    };

    private final String file;
    private final List<String> lines;
    private final List<String> failures;

    WorkshopCheck(String file, List<String> lines, List<String> failures) {
        this.file = file;
        this.lines = lines;
        this.failures = failures;
    }

    /** Runs them all: whether the solution reaches every goal. */
    boolean check(Block.Build what, Workbench bench) {
        var wanted = what.task().servers();
        if (bench.servers().filter(s -> s.wanted().equals(wanted)).isEmpty()) {
            bench.serve(wanted);
        }
        var task = bench.moved(what.task());
        int line = what.at().line();
        var program = bench.program(task.dialect());
        program.ifPresent(p -> all(line, p.title(), task, text -> bench.onProgram(p, task, text, NOBODY)));
        program.ifPresent(_ -> bench.stop());
        return all(line, "our engine", task, text -> bench.onEngine(task, text, NOBODY));
    }

    private interface Way {
        Report run(String text);
    }

    private boolean all(int line, String where, Workshop task, Way way) {
        for (var wrong : task.wrong()) {
            told(line, where + ", wrong", wrong.misses(), way.run(wrong.configuration()));
        }
        return told(line, where + ", solution", "", way.run(task.solution()));
    }

    private boolean told(int line, String what, String expected, Report report) {
        boolean so = report.missed().equals(expected);
        var came = report.missed().isEmpty() ? "every goal is reached" : report.missed() + " is missed";
        var told = (so ? "ok    " : "WRONG ") + file + ":" + line + ": " + what + ": " + came
                + (so ? "" : ", not " + (expected.isEmpty() ? "every goal reached" : expected) + "; " + report);
        lines.add(told);
        if (!so) {
            failures.add(told);
        }
        return so;
    }
}
