package ringside.app;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringside.config.BadInput;
import ringside.config.Printable;
import ringside.lesson.Aloud;
import ringside.lesson.Desk;
import ringside.lesson.Lesson;
import ringside.lesson.LessonRun;
import ringside.lesson.workshop.Workplace;
import ringside.net.LiveOptions;
import ringside.sim.Replay;

/** Tells a lesson in words and takes its answers from standard input. */
@Command(
        name = "play",
        description = {
            "Do a lesson as text, for those who cannot see the stage: it tells each step and waits for a line.",
            "A line with help tells what can be typed.",
            ""
        })
final class LessonPlayCommand implements Callable<Integer> {
    private static final String ENGLISH = "en";

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A lesson by id, or a file or folder of your own.")
    private String name = "";

    @Option(names = "--step", paramLabel = "N", description = "Begin with this step, as if the ones before were done.")
    private int step = 1;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = ENGLISH,
            description = "Do it in this language, such as de, if it is told in that; in English if not given.")
    private String language = ENGLISH;

    LessonPlayCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        var lesson = lesson();
        if (step < 1 || step > lesson.steps().size()) {
            throw new ParameterException(
                    spec.commandLine(), "--step is 1 to " + lesson.steps().size() + ", not " + step);
        }
        var worlds = new Worlds(LiveOptions.anywhere());
        try (var run = LessonRun.resume(lesson, worlds, new Replay(), step);
                var lines = new Lines("input", in)) {
            run.speak(Locale.of(language));
            if (!Aloud.play(run, new Typed(spec.commandLine().getOut(), lines))) {
                spec.commandLine()
                        .getErr()
                        .println("Left at step " + run.position() + "; go on with: ringside lesson play " + name
                                + (language.equals(ENGLISH) ? "" : " --language " + language) + " --step "
                                + run.position());
            }
        }
        return Terminal.DONE;
    }

    private Lesson lesson() {
        var chosen = LessonChoice.named(List.of(name), Locale.of(language));
        if (!chosen.problems().isEmpty()) {
            throw new BadInput(chosen.problems().getFirst());
        }
        if (chosen.lessons().isEmpty()) {
            throw new BadInput(Printable.brief(name) + " holds cards, which are asked in the window; name a lesson");
        }
        if (chosen.lessons().size() != 1) {
            throw new BadInput("one lesson is played at a time; name one of "
                    + chosen.lessons().stream().map(Lesson::id).collect(Collectors.joining(", ")));
        }
        var lesson = chosen.lessons().getFirst();
        if (!language.equals(ENGLISH) && lesson.digest().equals(lesson.origin())) {
            throw new BadInput(lesson.id() + " is not translated into " + language + "; leave --language out");
        }
        return lesson;
    }

    /** What is typed and printed. */
    private record Typed(PrintWriter out, Lines lines) implements Desk {
        private static final int WIDEST = 80;

        @Override
        public void say(String text) {
            text.lines().map(Printable::line).map(Typed::wrapped).forEach(out::println);
            if (text.isEmpty()) {
                out.println();
            }
        }

        /* No word is cut, and a line that goes on is indented as it began. */
        private static String wrapped(String line) {
            var rest = line.stripTrailing();
            var indent = " ".repeat(rest.length() - rest.stripLeading().length());
            var wrapped = new StringBuilder();
            while (rest.length() > WIDEST) {
                int blank = rest.lastIndexOf(' ', WIDEST);
                if (blank <= indent.length()) {
                    break;
                }
                wrapped.append(rest, 0, blank).append('\n');
                rest = indent + rest.substring(blank + 1);
            }
            return wrapped.append(rest).toString();
        }

        @Override
        public Optional<Workplace> workplace() {
            return Optional.of(new Programs(DataDirectory.ofThisUser()).workplace());
        }

        @Override
        public Optional<String> ask(String prompt) {
            out.print(Printable.line(prompt) + " > ");
            out.flush();
            var typed = lines.next();
            if (typed.isEmpty()) {
                out.println();
                out.flush();
            }
            return typed;
        }
    }
}
