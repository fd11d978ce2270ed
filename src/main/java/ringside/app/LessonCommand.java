package ringside.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringside.config.Printable;
import ringside.lesson.LessonReport;
import ringside.lesson.Lessons;
import ringside.net.LiveOptions;

/** Lists lessons, and checks that they keep what they promise. */
@Command(name = "lesson", description = "List lessons, or check that they keep what they promise.")
final class LessonCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or check is missing");
    }

    @Command(name = "list", description = "List the lessons: id, minutes and title.")
    int list() {
        var out = spec.commandLine().getOut();
        var lessons = Lessons.builtIn();
        int width = lessons.all().stream().mapToInt(l -> l.id().length()).max().orElse(0);
        for (var lesson : lessons.all()) {
            out.println(Printable.line(("%-" + Math.max(1, width) + "s  %3d min  %s")
                    .formatted(lesson.id(), lesson.about().minutes(), lesson.title())));
        }
        return told(lessons.problems());
    }

    @Command(
            name = "check",
            description = "Play lessons to their ends without a screen and recompute every answer and claim.")
    int check(
            @Option(
                            names = {"-v", "--verbose"},
                            description = "Tell everything that was checked.")
                    boolean verbose,
            @Parameters(
                            paramLabel = "ID",
                            arity = "0..*",
                            description =
                                    "Lessons and files of cards by id, or files and folders of your own; all of the"
                                            + " program's if none is named.")
                    List<String> names) {
        var chosen = names == null || names.isEmpty() ? LessonChoice.all() : LessonChoice.named(names);
        var out = spec.commandLine().getOut();
        var worlds = new Worlds(LiveOptions.anywhere());
        var report = LessonReport.NOTHING;
        for (var one : chosen.checks(worlds)) {
            var found = one.get();
            (verbose ? found.lines() : found.failures()).forEach(line -> out.println(Printable.line(line)));
            report = report.plus(found);
        }
        out.println(report.summary());
        int read = told(chosen.problems());
        return read == Terminal.DONE && !report.good() ? Terminal.FAILED : read;
    }

    private int told(List<String> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return problems.isEmpty() ? Terminal.DONE : Terminal.UNUSABLE;
    }
}
