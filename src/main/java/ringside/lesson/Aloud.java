package ringside.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.config.BadInput;
import ringside.config.CommandWords;
import ringside.config.Place;
import ringside.config.Reach;
import ringside.world.World;

/**
 * Tells a lesson in words and takes words for answers, for those who cannot see the stage.
 *
 * <p>Nothing happens while it waits for a line in virtual time: time passes only until what a step waits for has come.
 */
public final class Aloud {
    private final LessonRun run;
    private final Desk desk;
    private final Patience patience;
    private final WorldInWords world;
    private final Set<Block> told = new HashSet<>();
    private final Set<Block> announced = new HashSet<>();
    private boolean left;

    private Aloud(LessonRun run, Desk desk) {
        this.run = run;
        this.desk = desk;
        this.patience = Patience.with(run.world());
        this.world = new WorldInWords(run.world(), run.guidance.language());
    }

    /** Tells a lesson from the step that it is at: whether its end was reached. */
    public static boolean play(LessonRun run, Desk desk) {
        return new Aloud(run, desk).play();
    }

    private boolean play() {
        say(
                "aloud.begin",
                run.lesson().title(),
                number(run.lesson().steps().size()),
                number(run.lesson().about().minutes()));
        run.observe();
        while (!left && !run.finished()) {
            step();
        }
        if (run.finished()) {
            summary();
        }
        return run.finished();
    }

    private void step() {
        var step = run.step();
        desk.say("");
        say("aloud.step", number(step.number()), number(run.lesson().steps().size()), step.title());
        for (var block = next(); !left && block.isPresent(); block = next()) {
            told.add(block.get());
            tell(block.get());
            announce();
        }
        if (!left) {
            comeToRest();
            leave();
        }
    }

    private Optional<Block> next() {
        return run.visible().stream().filter(b -> !told.contains(b)).findFirst();
    }

    private void tell(Block block) {
        switch (block) {
            case Block.Prose prose -> desk.say(prose.text(run.facts()));
            case Block.Do what -> press(what);
            case Block.Predict asked -> predict(asked);
            case Block.Task task -> perform(task);
            case Block.Trial trial -> attempt(trial);
            case Block.Build what -> build(what);
            case Block.Keep _, Block.Say _, Block.Check _, Block.Card _ -> {}
        }
    }

    /** Says what has become known: captions, figures, and what came of predictions. */
    private void announce() {
        run.observe();
        for (var block : run.step().blocks()) {
            news(block).filter(_ -> announced.add(block)).ifPresent(desk::say);
        }
    }

    private Optional<String> news(Block block) {
        return switch (block) {
            case Block.Say say -> run.caption(say);
            case Block.Keep what ->
                run.kept(what).stream()
                        .mapToObj(figure -> told(
                                "aloud.measured",
                                run.fill(what.text()),
                                what.unit().shown(figure)))
                        .findFirst();
            case Block.Predict asked ->
                run.prediction(asked)
                        .flatMap(p -> p.verdict().map(v -> told(run.spoken(asked, p.given()), v) + shown(asked)));
            default -> Optional.empty();
        };
    }

    private String told(String given, Prediction.Verdict verdict) {
        return verdict.right()
                ? told("aloud.right", verdict.answer(), verdict.explanation())
                : told("aloud.wrong", given, verdict.answer(), verdict.explanation());
    }

    /** The request whose decision explains an answer, in a line of its own. */
    private String shown(Block.Predict asked) {
        return run.replay(asked)
                .map(request -> "\n" + told("aloud.example", world.story(request)))
                .orElse("");
    }

    /** Lets time pass until all that the step waits for has come. */
    private void comeToRest() {
        await(() -> run.remaining().isEmpty()
                && run.step().blocks(Block.Say.class).stream()
                        .allMatch(say -> run.caption(say).isPresent()));
        announce();
        run.remaining().ifPresent(desk::say);
    }

    private void leave() {
        var line = line(told("aloud.next"));
        if (!left && line.equals("back")) {
            run.back();
            run.step().blocks().forEach(told::remove);
            run.step().blocks().forEach(announced::remove);
        } else if (!left && run.remaining().isEmpty()) {
            run.next();
        }
    }

    private void press(Block.Do what) {
        if (!run.pressed(what) && !line(told("aloud.press", what.label())).equals("back") && !left) {
            rejected(run.press(what));
        }
    }

    private void rejected(World.Outcome outcome) {
        if (outcome instanceof World.Outcome.Rejected(var why)) {
            say("aloud.rejected", why);
        }
    }

    private void predict(Block.Predict asked) {
        say("aloud.predict", run.fill(asked.question()));
        if (run.prediction(asked).isPresent()) {
            return;
        }
        var menu = new Menu(asked, run.options(asked), run.guidance);
        menu.lines().forEach(desk::say);
        while (!left && run.prediction(asked).isEmpty()) {
            var given = menu.meant(line(menu.prompt()));
            if (!left && run.predict(asked, given) instanceof LessonRun.Taken.NotUnderstood(var why)) {
                desk.say(menu.problem(why));
            }
        }
        asked.because().filter(_ -> !left).ifPresent(begin -> because(asked, begin));
    }

    private void because(Block.Predict asked, String begin) {
        var reason = line(told("aloud.because", begin));
        if (!left && !reason.isBlank()) {
            run.because(asked, reason);
        }
    }

    private void perform(Block.Task task) {
        say("aloud.task", run.fill(task.text()));
        while (!left && run.done(task).isEmpty()) {
            switch (line(told("aloud.command"))) {
                case "" -> await(() -> true);
                case "hint" -> desk.say(hint(task));
                case "solve" -> {
                    rejected(run.solve(task));
                    await(() -> run.done(task).isPresent());
                }
                case String words -> command(words);
            }
        }
        run.done(task).ifPresent(desk::say);
    }

    private String hint(Block.Task task) {
        var words = task.solution().stream().map(Words::text).collect(Collectors.joining(told("aloud.then")));
        return Stream.of(task.hint().orElse(""), words.isEmpty() ? "" : told("aloud.type", words))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void command(String words) {
        try {
            var wish = CommandWords.read(new Place("your line", 1, 1), words, Reach.THIS_MACHINE);
            rejected(run.history().apply(wish.in(run.world())));
            await(() -> true);
        } catch (BadInput | IllegalArgumentException e) {
            desk.say(String.valueOf(e.getMessage()));
        }
    }

    private void attempt(Block.Trial trial) {
        if (!run.tried(trial)) {
            line(told("aloud.press", trial.label()));
            if (left) {
                return;
            }
            rejected(run.attempt(trial));
        }
        for (var way : run.tried(trial) ? trial.ways() : List.<Block.Way>of()) {
            desk.say(way.text() + ": "
                    + trial.shown().stream()
                            .map(s -> s.text() + " " + s.unit().shown(run.figure(s, way)))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void build(Block.Build what) {
        if (run.built(what)) {
            return;
        }
        desk.workplace()
                .ifPresentOrElse(
                        place -> new BuildAloud(run, what, place, desk, this::line).tell(),
                        () -> say("aloud.no-machine"));
    }

    private void summary() {
        desk.say("");
        var asked = run.lesson().blocks(Block.Predict.class);
        long right = asked.stream()
                .flatMap(a -> run.prediction(a).flatMap(Prediction::verdict).stream())
                .filter(Prediction.Verdict::right)
                .count();
        say("aloud.end", run.lesson().title(), number(right), number(asked.size()));
        asked.forEach(a -> run.prediction(a)
                .filter(p -> !p.because().isEmpty())
                .ifPresent(p -> say("aloud.wrote", a.because().orElse(""), p.because())));
    }

    private String told(String key, Object... values) {
        return run.guidance.say(key, values);
    }

    private void say(String key, Object... values) {
        desk.say(told(key, values));
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    /** A line that is an answer: what only asks for help is answered here. */
    private String line(String prompt) {
        while (!left) {
            var given = desk.ask(prompt).map(String::strip);
            if (given.isEmpty() || List.of("quit", "exit").contains(given.get())) {
                left = true;
                return "";
            }
            switch (given.get().toLowerCase(Locale.ROOT)) {
                case "help", "?" -> say("aloud.help");
                case "state" -> desk.say(world.state());
                case "log" -> desk.say(world.log());
                default -> {
                    return given.get();
                }
            }
        }
        return "";
    }

    private void await(BooleanSupplier condition) {
        patience.until(() -> {
            run.observe();
            return run.upToDate() && condition.getAsBoolean();
        });
    }
}
