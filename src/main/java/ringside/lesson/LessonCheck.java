package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ringside.lesson.expression.Expression;
import ringside.lesson.workshop.Workplace;
import ringside.world.Simulator;
import ringside.world.World;
import ringside.world.WorldFactory;

/**
 * Plays lessons to their ends without a screen: carries out their commands, does their tasks, gives right and wrong
 * answers, and recomputes everything they claim.
 */
public final class LessonCheck {
    private final Lesson lesson;
    private final LessonRun run;
    private final WorldFactory worlds;
    private final Optional<Workplace> place;
    private final Patience patience;
    private final List<Block.Predict> open = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int steps;
    private int answers;
    private int checks;
    private int cards;

    private LessonCheck(Lesson lesson, LessonRun run, WorldFactory worlds, Optional<Workplace> place) {
        this.place = place;
        this.lesson = lesson;
        this.run = run;
        this.worlds = worlds;
        this.patience = Patience.with(run.world());
    }

    /** Plays each lesson in a world of its own. */
    public static LessonReport check(List<Lesson> lessons, WorldFactory worlds, Simulator simulator) {
        return lessons.stream().map(l -> check(l, worlds, simulator)).reduce(LessonReport.NOTHING, LessonReport::plus);
    }

    /** Plays one lesson that has no workshops. */
    public static LessonReport check(Lesson lesson, WorldFactory worlds, Simulator simulator) {
        return check(lesson, worlds, simulator, Optional.empty());
    }

    /** Plays one lesson, and runs what its workshops say on a machine. */
    public static LessonReport check(
            Lesson lesson, WorldFactory worlds, Simulator simulator, Optional<Workplace> place) {
        try (var run = LessonRun.start(lesson, worlds, simulator)) {
            return new LessonCheck(lesson, run, worlds, place).play();
        }
    }

    private LessonReport play() {
        run.observe();
        for (var step : lesson.steps()) {
            steps++;
            step.blocks().forEach(this::play);
            List.copyOf(open).forEach(this::recompute);
            step.blocks(Block.Say.class).forEach(this::hear);
            if (!goOn(step)) {
                break;
            }
        }
        return new LessonReport(1, steps, answers, checks, cards, lines, failures);
    }

    private boolean goOn(Step step) {
        if (!await(() -> run.remaining().isEmpty())) {
            wrong(
                    step.at().line(),
                    "step \"" + step.title() + "\" can't be left: "
                            + run.remaining().orElse(""));
            return false;
        }
        run.next();
        return true;
    }

    private void play(Block block) {
        switch (block) {
            case Block.Do what -> carryOut(what);
            case Block.Predict asked -> predict(asked);
            case Block.Task task -> perform(task);
            case Block.Check check -> recompute(check);
            case Block.Trial trial -> attempt(trial);
            case Block.Keep what -> measure(what);
            case Block.Card card -> ask(card);
            case Block.Build what -> build(what);
            case Block.Prose _, Block.Say _ -> {}
        }
        List.copyOf(open).stream().filter(this::judged).forEach(this::recompute);
    }

    private boolean judged(Block.Predict asked) {
        return run.prediction(asked).flatMap(Prediction::verdict).isPresent();
    }

    private void carryOut(Block.Do what) {
        var outcome = what.auto() ? run.outcome(what).orElseGet(() -> run.press(what)) : run.press(what);
        if (outcome instanceof World.Outcome.Rejected(var why)) {
            wrong(what.at().line(), "do \"" + what.label() + "\": " + why);
        } else {
            right(what.at().line(), "do \"" + what.label() + "\"");
        }
    }

    private void predict(Block.Predict asked) {
        if (!run.visible().getLast().equals(asked)) {
            wrong(asked.at().line(), "the answer is on the screen before it is asked for");
        }
        run.predict(asked, anything(asked));
        open.add(asked);
    }

    /* An answer of the kind that is asked for, right or not. */
    private String anything(Block.Predict asked) {
        var ids = run.options(asked).stream().map(Block.Option::id).toList();
        return switch (asked.kind()) {
            case NUMBER, PERCENT -> "0";
            case ARC -> "0% 50%";
            case BARS -> String.join(" ", ids.stream().map(id -> id + "=0").toList());
            case ORDER -> String.join(" ", ids);
            case CHOICE, SERVER -> ids.getFirst();
        };
    }

    private void attempt(Block.Trial trial) {
        if (run.attempt(trial) instanceof World.Outcome.Rejected(var why)) {
            wrong(trial.at().line(), "trial \"" + trial.label() + "\": " + why);
        } else {
            right(trial.at().line(), "tried " + trial.id());
        }
    }

    private void build(Block.Build what) {
        if (place.isEmpty()) {
            wrong(what.at().line(), "a workshop is played on a machine, and none is given");
        } else if (new WorkshopCheck(lesson.file(), lines, failures).check(what, run.workbench(place.get()))) {
            run.build(what);
        }
    }

    private void measure(Block.Keep what) {
        if (await(() -> run.kept(what).isPresent())) {
            right(
                    what.at().line(),
                    "kept " + what.id() + ": "
                            + what.unit().shown(run.kept(what).orElse(0)));
        } else {
            wrong(what.at().line(), "what this waits for before it is kept never comes");
        }
    }

    private void ask(Block.Card card) {
        cards++;
        new CardCheck(lesson.file(), lines, failures).check(card, lesson.scenario(), worlds);
    }

    private void perform(Block.Task task) {
        if (run.done(task).isPresent()) {
            wrong(task.at().line(), "this task is done before anyone does it");
            return;
        }
        if (run.solve(task) instanceof World.Outcome.Rejected(var why)) {
            wrong(task.at().line(), "the task's solution: " + why);
        } else if (await(() -> run.done(task).isPresent())) {
            right(task.at().line(), "task done: " + run.done(task).orElse(""));
        } else {
            wrong(task.at().line(), "the task's solution does not do it");
        }
    }

    private void recompute(Block.Check check) {
        if (!await(() -> check.when().map(w -> w.holds(run.facts())).orElse(true))) {
            wrong(check.at().line(), "what the check waits for never comes");
            return;
        }
        for (var claim : check.claims()) {
            checks++;
            if (claim.holds().holds(run.facts())) {
                right(claim.at().line(), claim.text());
            } else {
                wrong(claim.at().line(), "not so: " + claim.text() + told(claim.holds()));
            }
        }
    }

    private String told(Expression claim) {
        var values = claim.facts()
                .map(f -> f.written() + " is " + Template.exactly(f.of(run.facts())))
                .distinct()
                .toList();
        return values.isEmpty() ? "" : "; " + String.join(", ", values);
    }

    private void recompute(Block.Predict asked) {
        answers++;
        open.remove(asked);
        if (!await(() -> judged(asked))) {
            wrong(asked.at().line(), "the answer to \"" + run.fill(asked.question()) + "\" never comes");
            return;
        }
        var trial = new AnswerTrial(asked, run.options(asked), run.facts(asked));
        Optional<String> problem = trial.problem();
        if (problem.isPresent()) {
            wrong(asked.at().line(), problem.get());
        } else {
            right(asked.at().line(), "answer " + trial.answer() + ", " + trial.wrongWays() + " wrong ways explained");
        }
    }

    private void hear(Block.Say say) {
        if (await(() -> run.caption(say).isPresent())) {
            right(say.at().line(), "said: " + run.caption(say).orElse(""));
        } else {
            wrong(say.at().line(), "this is never said");
        }
    }

    private boolean await(BooleanSupplier condition) {
        return patience.until(() -> {
            run.observe();
            return run.upToDate() && condition.getAsBoolean();
        });
    }

    private void right(int line, String what) {
        lines.add("ok    " + lesson.file() + ":" + line + ": " + what);
    }

    private void wrong(int line, String what) {
        var told = "WRONG " + lesson.file() + ":" + line + ": " + what;
        lines.add(told);
        failures.add(told);
    }
}
