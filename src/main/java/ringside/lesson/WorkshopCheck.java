package ringside.lesson;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.config.Place;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Verdict;
import ringside.lesson.workshop.Wording;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workshop;

/**
 * Runs the configurations of a workshop: the solution has to reach every goal, and what is said to be wrong has to miss
 * the goal it is said to miss; on our engine, and on the program itself where it is installed.
 */
final class WorkshopCheck {
    private static final Wording WORDING = new Wording(Locale.ENGLISH);
    private static final Workbench.Listener NOBODY = new Workbench.Listener() {
        @Override
        public void begun(Goal goal) {}

        @Override
        public void asked(int server, boolean stop) {}
    };

    private final CheckLog log;

    WorkshopCheck(CheckLog log) {
        this.log = log;
    }

    /** Runs them all: whether the solution reaches every goal. */
    boolean check(Block.Build what, Workbench bench) {
        var wanted = what.task().servers();
        if (bench.servers().filter(s -> s.wanted().equals(wanted)).isEmpty()) {
            bench.serve(wanted);
        }
        var task = bench.moved(what.task());
        var at = what.at();
        var program = bench.program(task.dialect());
        if (program.filter(p -> !all(at, p.title(), task, text -> bench.onProgram(p, task, text, NOBODY)))
                .isPresent()) {
            return false;
        }
        program.ifPresent(_ -> bench.stop());
        return all(at, "our engine", task, text -> bench.onEngine(task, text, NOBODY));
    }

    private interface Way {
        Report run(String text);
    }

    private boolean all(Place at, String where, Workshop task, Way way) {
        for (var wrong : task.wrong()) {
            told(at, where + ", wrong", wrong.misses(), way.run(wrong.configuration()));
        }
        return told(at, where + ", solution", "", way.run(task.solution()));
    }

    private boolean told(Place at, String what, String expected, Report report) {
        if (report.missed().equals(expected)) {
            log.right(at, what + ": " + came(report));
            return true;
        }
        log.wrong(
                at,
                what + ": " + came(report) + ", not " + (expected.isEmpty() ? "all of them" : expected) + why(report));
        return false;
    }

    private static String came(Report report) {
        return report.missed().isEmpty() ? "every goal is reached" : report.missed() + " is missed";
    }

    private static String why(Report report) {
        return switch (report) {
            case Report.NotRun(var why, var place) ->
                "; "
                        + place.map(p -> "line " + p.line() + ", column " + p.column() + ": ")
                                .orElse("") + why;
            case Report.Graded(var _, var verdicts, var _, var _) ->
                verdicts.stream()
                        .flatMap(v -> v instanceof Verdict.Missed missed ? Stream.of(missed) : Stream.empty())
                        .map(missed -> "; " + WORDING.why(missed))
                        .collect(Collectors.joining());
        };
    }
}
