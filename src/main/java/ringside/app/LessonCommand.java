package ringside.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringside.config.Printable;
import ringside.lesson.LessonReport;
import ringside.lesson.Lessons;
import ringside.lesson.Skeleton;
import ringside.net.LiveOptions;

/** Lists lessons, begins new ones, and checks that they keep what they promise. */
@Command(
        name = "lesson",
        description = "List and play lessons, begin one of your own, or check that they keep what they promise.")
final class LessonCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, play, check or new is missing");
    }

    @Command(name = "list", description = "List the lessons: id, minutes and title.")
    int list(
            @Option(
                            names = "--language",
                            paramLabel = "CODE",
                            defaultValue = "en",
                            description = "Title each in this language, such as de, if it is told in that.")
                    String language) {
        var out = spec.commandLine().getOut();
        var lessons = Lessons.builtIn(Locale.of(language));
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
        var chosen = names == null || names.isEmpty()
                ? LessonChoice.all(Locale.ROOT)
                : LessonChoice.named(names, Locale.ROOT);
        var out = spec.commandLine().getOut();
        var worlds = new Worlds(LiveOptions.anywhere());
        var report = LessonReport.NOTHING;
        for (var one : chosen.checks(worlds)) {
            var found = one.get();
            (verbose ? found.lines() : found.failures()).forEach(line -> out.println(Printable.line(line)));
            report = report.plus(found);
        }
        if (!chosen.nothing()) {
            out.println(report.summary());
        }
        int read = told(chosen.problems());
        return read == Terminal.DONE && !report.good() ? Terminal.FAILED : read;
    }

    @Command(
            name = "new",
            description = "Begin a lesson of your own: writes ID/lesson.md, a small lesson that works, to be changed.")
    int begin(
            @Parameters(paramLabel = "ID", description = "Small letters, digits and hyphens, such as first-steps.")
                    String id,
            @Option(
                            names = "--in",
                            paramLabel = "FOLDER",
                            defaultValue = ".",
                            description = "The folder of your lessons; this one if not given.")
                    Path folder) {
        var file = Skeleton.write(id, folder);
        var out = spec.commandLine().getOut();
        out.println(Printable.line("wrote " + file.normalize()));
        out.println(Printable.line(
                "check it with: ringside lesson check " + file.normalize().getParent()));
        return Terminal.DONE;
    }

    private int told(List<String> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return problems.isEmpty() ? Terminal.DONE : Terminal.UNUSABLE;
    }
}
