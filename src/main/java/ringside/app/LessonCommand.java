package ringside.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringside.config.BadInput;
import ringside.config.Printable;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.lesson.Lesson;
import ringside.lesson.LessonCheck;
import ringside.lesson.LessonFile;
import ringside.lesson.LessonReport;
import ringside.lesson.Lessons;
import ringside.net.LiveOptions;
import ringside.sim.Replay;

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
                                    "Lessons by id, or files and folders of your own; all of the program's if none is"
                                            + " named.")
                    List<String> names) {
        var problems = new ArrayList<String>();
        var lessons = names == null || names.isEmpty() ? all(Lessons.builtIn(), problems) : named(names, problems);
        var out = spec.commandLine().getOut();
        var worlds = new Worlds(LiveOptions.anywhere());
        var place = Optional.of(new Programs(DataDirectory.ofThisUser()).workplace());
        var report = LessonReport.NOTHING;
        for (var lesson : lessons) {
            var one = LessonCheck.check(lesson, worlds, new Replay(), place);
            (verbose ? one.lines() : one.failures()).forEach(line -> out.println(Printable.line(line)));
            report = report.plus(one);
        }
        out.println(report.summary());
        int read = told(problems);
        return read == Terminal.DONE && !report.good() ? Terminal.FAILED : read;
    }

    private int told(List<String> problems) {
        problems.forEach(spec.commandLine().getErr()::println);
        return problems.isEmpty() ? Terminal.DONE : Terminal.UNUSABLE;
    }

    private static List<Lesson> all(Lessons lessons, List<String> problems) {
        problems.addAll(lessons.problems());
        return lessons.all();
    }

    private static List<Lesson> named(List<String> names, List<String> problems) {
        var builtIn = Lessons.builtIn();
        var lessons = new ArrayList<Lesson>();
        for (var name : names) {
            var path = Path.of(name);
            if (builtIn.find(name).isPresent()) {
                lessons.add(builtIn.find(name).get());
            } else if (Files.isDirectory(path)) {
                lessons.addAll(all(Lessons.in(path), problems));
            } else if (Files.exists(path)) {
                lessons.add(LessonFile.read(name, TextFile.read(path, name, Yaml.LONGEST), InputFile.folder(path)));
            } else {
                throw new BadInput(
                        "no lesson is called " + Printable.brief(name) + " and there is no such file; there are "
                                + builtIn.all().stream().map(Lesson::id).collect(Collectors.joining(", ")));
            }
        }
        return lessons;
    }
}
