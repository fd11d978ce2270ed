package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ringside.config.Place;
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
    private final CheckLog log = new CheckLog();
    private boolean stuck;
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
        lesson.steps().stream().takeWhile(_ -> !stuck).forEach(this::play);
        return new LessonReport(1, steps, answers, checks, cards, log.lines(), log.failures());
    }

    private void play(Step step) {
        steps++;
        step.blocks().stream().takeWhile(_ -> !stuck).forEach(this::play);
        if (!stuck) {
            List.copyOf(open).forEach(this::recompute);
            step.blocks(Block.Say.class).forEach(this::hear);
        }
        if (!stuck) {
            goOn(step);
        }
    }

    private void goOn(Step step) {
        if (await(() -> run.remaining().isEmpty())) {
            run.next();
        } else {
            stuck(
                    step.at(),
                    "step \"" + step.title() + "\" can't be left: "
                            + run.remaining().orElse(""));
        }
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
        if (!stuck) {
            List.copyOf(open).stream().filter(this::judged).forEach(this::recompute);
        }
    }

    /* What is not done makes all that follows otherwise than it was meant: it is told, and the lesson ends there. */
    private void stuck(Place at, String what) {
        log.wrong(at, what);
        stuck = true;
    }

    private boolean judged(Block.Predict asked) {
        return run.prediction(asked).flatMap(Prediction::verdict).isPresent();
    }

    private void carryOut(Block.Do what) {
        var outcome = what.auto() ? run.outcome(what).orElseGet(() -> run.press(what)) : run.press(what);
        if (outcome instanceof World.Outcome.Rejected(var why)) {
            stuck(at(what.at(), what.commands()), "do \"" + what.label() + "\": " + why);
        } else {
            log.right(what.at(), "do \"" + what.label() + "\"");
        }
    }

    /* A single command stands for itself; of several, the rejection names the one. */
    private static Place at(Place block, List<Words> commands) {
        return commands.size() == 1 ? commands.getFirst().at() : block;
    }

    private void predict(Block.Predict asked) {
        if (!run.visible().getLast().equals(asked)) {
            log.wrong(asked.at(), "the answer is on the screen before it is asked for");
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
            stuck(trial.at(), "trial \"" + trial.label() + "\": " + why);
        } else {
            log.right(trial.at(), "tried " + trial.id());
        }
    }

    private void build(Block.Build what) {
        if (place.isEmpty()) {
            stuck(what.at(), "a workshop is played on a machine, and none is given");
        } else if (new WorkshopCheck(log).check(what, run.workbench(place.get()))) {
            run.build(what);
        } else {
            stuck = true;
        }
    }

    private void measure(Block.Keep what) {
        if (await(() -> run.kept(what).isPresent())) {
            log.right(
                    what.at(),
                    "kept " + what.id() + ": "
                            + what.unit().shown(run.kept(what).orElse(0)));
        } else {
            stuck(what.at(), "what this waits for before it is kept never comes");
        }
    }

    private void ask(Block.Card card) {
        cards++;
        new CardCheck(log).check(card, lesson.scenario(), worlds);
    }

    private void perform(Block.Task task) {
        if (run.done(task).isPresent()) {
            stuck(task.at(), "this task is done before anyone does it");
            return;
        }
        if (run.solve(task) instanceof World.Outcome.Rejected(var why)) {
            stuck(at(task.at(), task.solution()), "the task's solution: " + why);
        } else if (await(() -> run.done(task).isPresent())) {
            log.right(task.at(), "task done: " + run.done(task).orElse(""));
        } else {
            stuck(task.at(), "the task's solution does not do it");
        }
    }

    private void recompute(Block.Check check) {
        if (!await(() -> check.when().map(w -> w.holds(run.facts())).orElse(true))) {
            log.wrong(check.at(), "what the check waits for never comes");
            return;
        }
        for (var claim : check.claims()) {
            checks++;
            if (claim.holds().holds(run.facts())) {
                log.right(claim.at(), claim.text());
            } else {
                log.wrong(claim.at(), "not so: " + claim.text() + told(claim.holds()));
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
            stuck(asked.at(), "the answer to \"" + run.fill(asked.question()) + "\" never comes");
            return;
        }
        var trial = new AnswerTrial(asked, run.options(asked), run.facts(asked));
        trial.problem()
                .ifPresentOrElse(
                        problem -> log.wrong(problem.at(), problem.what()),
                        () -> log.right(
                                asked.at(),
                                "answer " + trial.answer() + ", " + trial.wrongWays() + " wrong ways explained"));
    }

    private void hear(Block.Say say) {
        if (await(() -> run.caption(say).isPresent())) {
            log.right(say.at(), "said: " + run.caption(say).orElse(""));
        } else {
            log.wrong(say.at(), "this is never said");
        }
    }

    private boolean await(BooleanSupplier condition) {
        return patience.until(() -> {
            run.observe();
            return run.upToDate() && condition.getAsBoolean();
        });
    }
}
