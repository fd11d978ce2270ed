package ringside.lesson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ringside.config.BadInput;
import ringside.config.TextFile;
import ringside.config.Yaml;
import ringside.lesson.workshop.Assembly;
import ringside.lesson.workshop.Assembly.Piece;
import ringside.lesson.workshop.Goal;
import ringside.lesson.workshop.Report;
import ringside.lesson.workshop.Verdict;
import ringside.lesson.workshop.Wording;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.lesson.workshop.Workshop;

/** Tells a workshop in words: pieces by number, a configuration by the name of its file, and what came of running it. */
final class BuildAloud implements Workbench.Listener {
    private final LessonRun run;
    private final Block.Build block;
    private final Workbench bench;
    private final Desk desk;
    private final UnaryOperator<String> line;
    private final Wording wording;

    /**
     * A workshop of a lesson.
     *
     * @param line asks for a line; nothing is said any more once the learner has left
     */
    BuildAloud(LessonRun run, Block.Build block, Workplace place, Desk desk, UnaryOperator<String> line) {
        this.run = run;
        this.block = block;
        this.bench = run.workbench(place);
        this.desk = desk;
        this.line = line;
        this.wording = new Wording(run.guidance.language());
    }

    /** Tells it up to the first line that is asked for, and goes on until it is built; an empty line leaves it open. */
    void tell() {
        desk.say("Workshop: " + block.task().text());
        if (!findServers()) {
            return;
        }
        var task = bench.moved(block.task());
        task.goals().forEach(goal -> desk.say("  Goal: " + wording.goal(goal)));
        var program = bench.program(task.dialect());
        var pieces = new Assembly(task).shelf();
        pieces.forEach(piece -> desk.say("  " + piece.number() + ". " + piece.text()));
        if (pieces.isEmpty()) {
            desk.say(task.start());
        }
        while (!run.built(block)) {
            var given = line.apply(prompt(task, program, pieces));
            if (given.isEmpty()) {
                return;
            }
            answer(task, program, pieces, given);
        }
        task.done().ifPresent(desk::say);
    }

    private static String prompt(Workshop task, Optional<Workplace.Program> program, List<Piece> pieces) {
        return (pieces.isEmpty() ? "A file with your configuration" : "The numbers of pieces in order, or a file")
                + ", or solve; before it, "
                + program.map(p -> "on " + task.dialect().title() + " to run it there")
                        .orElse("nothing else: " + task.dialect().title() + " is not installed");
    }

    /** Whether there are servers: ours, or the learner's own. */
    private boolean findServers() {
        var wanted = block.task().servers();
        while (bench.servers().filter(s -> s.wanted().equals(wanted)).isEmpty()) {
            wanted.forEach(port -> desk.say("  python3 -m http.server " + port + " --bind 127.0.0.1"));
            var given = line.apply("Start each of these in a terminal of its own and type up, or ours for servers of"
                    + " Ringside's own");
            var down = wanted.stream().filter(port -> !bench.up(port)).toList();
            switch (given) {
                case "" -> {
                    return false;
                }
                case "ours" -> {
                    bench.serve(wanted);
                    bench.servers().ifPresent(s -> desk.say("They listen on " + s.ports() + "."));
                }
                case String _ when down.isEmpty() -> bench.take(wanted);
                default -> desk.say("Nobody takes connections on " + down + " yet.");
            }
        }
        return true;
    }

    private void answer(Workshop task, Optional<Workplace.Program> program, List<Piece> pieces, String given) {
        var on = "on " + task.dialect().title().toLowerCase(Locale.ROOT) + " ";
        boolean there = given.toLowerCase(Locale.ROOT).startsWith(on);
        try {
            var text = configuration(
                    task, pieces, there ? given.substring(on.length()).strip() : given);
            var report = there && program.isPresent()
                    ? bench.onProgram(program.get(), task, text, this)
                    : bench.onEngine(task, text, this);
            told(report).forEach(desk::say);
            if (report.good()) {
                run.build(block);
            }
        } catch (BadInput e) {
            desk.say(String.valueOf(e.getMessage()));
        }
    }

    private static String configuration(Workshop task, List<Piece> pieces, String given) {
        if (given.equals("solve")) {
            return task.solution();
        }
        if (given.matches("[0-9]{1,3}([ ,]+[0-9]{1,3})*")) {
            return task.dialect().laidOut(laid(pieces, given));
        }
        try {
            return TextFile.read(Path.of(given), given, Yaml.LONGEST);
        } catch (InvalidPathException _) {
            throw new BadInput("this is neither numbers of pieces nor a file's name: " + given);
        }
    }

    private static List<String> laid(List<Piece> pieces, String numbers) {
        var laid = new ArrayList<String>();
        for (var number : numbers.split("[ ,]+", -1)) {
            laid.add(pieces.stream()
                    .filter(piece -> piece.number() == Integer.parseInt(number))
                    .map(Piece::text)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("no piece has the number " + number)));
        }
        return laid;
    }

    private List<String> told(Report report) {
        var lines = new ArrayList<String>();
        switch (report) {
            case Report.NotRun(var why, var place) ->
                lines.add(place.map(p -> "Line " + p.line() + ", column " + p.column() + ": ")
                                .orElse("")
                        + why);
            case Report.Graded(var where, var verdicts, var foreseen, var _) -> {
                lines.add("It ran at " + where + ".");
                verdicts.forEach(verdict -> lines.add(told(verdict)));
                lines.addAll(foreseen);
            }
        }
        return lines;
    }

    private String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met(var goal, var seen) ->
                "Reached: " + wording.goal(goal) + " The servers that answered: "
                        + seen.stream()
                                .flatMapToInt(exchange -> exchange.server().stream())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" "));
            case Verdict.Missed missed -> "Missed: " + wording.goal(missed.goal()) + " " + wording.why(missed);
        };
    }

    @Override
    public void begun(Goal goal) {
        desk.say("Looking: " + wording.goal(goal));
    }

    @Override
    public void asked(int server, boolean stop) {
        desk.say((stop
                        ? "Stop the server on " + server + " with Ctrl-C now."
                        : "Start the server on " + server + " again now.")
                + " Ringside is watching.");
    }
}
