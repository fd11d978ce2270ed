package ringside.lesson;

import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.lesson.progress.Bookmark;
import ringside.lesson.progress.Draft;
import ringside.lesson.progress.StoryText;
import ringside.lesson.workshop.Workbench;
import ringside.lesson.workshop.Workplace;
import ringside.world.History;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.Snapshot;
import ringside.world.World;
import ringside.world.WorldFactory;

/**
 * One learner's way through a lesson: what is shown, what was predicted, what is done.
 *
 * <p>It opens the lesson's world and owns it. It knows nothing of screens: whoever shows the lesson calls
 * {@link #observe} with the newest picture once a pulse, and is told through {@link #onChange} when there is something
 * new to show. One thread at a time may use it.
 *
 * <p>Going back is reading: earlier steps are shown as they were left, and the world stays as it is.
 */
public final class LessonRun extends Standing implements AutoCloseable {
    private final LessonWorld there;
    private final Meant meant;
    private Runnable listener = () -> {};

    private LessonRun(Lesson lesson, World world, Simulator simulator) {
        super(lesson);
        this.there = new LessonWorld(world, simulator, findings);
        this.meant = new Meant(lesson);
    }

    /** Opens the lesson's world and begins with the first step; the simulator goes the ways of its trials. */
    public static LessonRun start(Lesson lesson, WorldFactory worlds, Simulator simulator) {
        return new LessonRun(lesson, lesson.open(worlds), simulator);
    }

    /**
     * Opens the lesson's world, does what the steps before would have done, and goes on from a step.
     *
     * @param step counted from 1; the last one when there are fewer
     */
    public static LessonRun resume(Lesson lesson, WorldFactory worlds, Simulator simulator, int step) {
        var run = start(lesson, worlds, simulator);
        int last = Math.min(step, lesson.steps().size()) - 1;
        for (run.reached = 0; run.reached < last; run.reached++) {
            run.catchUp(lesson.steps().get(run.reached));
        }
        run.shown = run.reached;
        run.observe();
        return run;
    }

    /**
     * Opens the lesson's world as it was at a bookmark, and goes on there with all that had been done: a simulated
     * world's story is told again to the same instant, a live one is opened again as it was set up, and its checks are
     * given the time to find out what they had known.
     *
     * @throws IllegalArgumentException when the bookmark is of another text of the lesson
     * @throws BadInput when its world can't be had again
     * @throws java.util.concurrent.CancellationException when the rest of its story was not wanted any more
     */
    public static LessonRun resume(
            Lesson lesson, WorldFactory worlds, Simulator simulator, Bookmark mark, Progress progress) {
        var run = new LessonRun(lesson, Bookmarks.open(lesson, worlds, simulator, mark, progress), simulator);
        try {
            run.restore(mark, progress);
            return run;
        } catch (IllegalArgumentException | BadInput e) {
            run.close();
            throw e;
        }
    }

    private void restore(Bookmark mark, Progress progress) {
        bookmarks().restore(mark, there.simulator(), there::after);
        reached = mark.reached() - 1;
        shown = mark.shown() - 1;
        there.settle(progress);
        observe();
    }

    /** Where the learner is, and all it takes to go on there. */
    public Bookmark bookmark() {
        return bookmarks().at(reached + 1, shown + 1, moment());
    }

    private Bookmarks bookmarks() {
        return new Bookmarks(this, there.world(), there.history());
    }

    private void catchUp(Step step) {
        for (var block : step.blocks()) {
            switch (block) {
                case Block.Do what -> there.carryOut(what.commands());
                case Block.Task what -> there.carryOut(what.solution());
                case Block.Trial what -> there.attempt(what);
                case Block.Keep what -> {
                    there.look();
                    keep(what);
                }
                default -> {}
            }
        }
    }

    /** Its world, which this run closes. */
    public World world() {
        return there.world();
    }

    /** What was done to the world; gestures go through it too, so that they can be undone. */
    public History history() {
        return there.history();
    }

    /**
     * Goes on to the next step, and puts the pool right for it where it was tried out otherwise.
     *
     * @throws IllegalStateException when something {@link #remaining()} is to be done
     */
    public void next() {
        remaining().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        if (shown == lesson.steps().size() - 1) {
            finished = true;
        } else {
            shown++;
            repaired = shown > reached && there.repair(meant, shown + 1);
            reached = Math.max(reached, shown);
        }
        news();
    }

    /** Shows the step before; does nothing at the first. */
    public void back() {
        shown = Math.max(0, shown - 1);
        listener.run();
    }

    /**
     * Shows a step that was reached, to read it again.
     *
     * @param number counted from 1; the furthest when it is beyond
     */
    public void turnTo(int number) {
        shown = Math.clamp(number - 1, 0, reached);
        listener.run();
    }

    /** Carries out a block's commands; all are tried, and the first rejection is told. */
    public World.Outcome press(Block.Do what) {
        var outcome = there.carryOut(what.commands());
        played.press(what, outcome);
        return seen(outcome);
    }

    /** Goes all ways of a trial with the world as it is set up now, away from it. */
    public World.Outcome attempt(Block.Trial trial) {
        return seen(there.attempt(trial));
    }

    /** The same in parts: the ways begin with the world as it is set up now, and may be gone on another thread. */
    public Attempt begin(Block.Trial trial) {
        return there.begin(trial);
    }

    /** Keeps what came of a trial whose ways were gone. */
    public void take(Attempt gone) {
        findings.put(gone);
        news();
    }

    /** Carries out the commands that do a task, for a learner who is stuck. */
    public World.Outcome solve(Block.Task task) {
        return seen(there.carryOut(task.solution()));
    }

    private World.Outcome seen(World.Outcome outcome) {
        news();
        return outcome;
    }

    /** Where configurations are run on a machine: the same for all of the lesson, and closed with it. */
    public Workbench workbench(Workplace place) {
        return there.workbench(lesson.scenario(), place);
    }

    /** Remembers what a learner has written of a configuration. */
    public void write(Block.Build what, Draft draft) {
        played.write(what, draft);
    }

    /** A configuration reached every goal. */
    public void build(Block.Build what) {
        played.build(what);
        news();
    }

    /** What came of an answer. */
    public sealed interface Taken {
        /** It counts. */
        record Accepted() implements Taken {}

        /** It can't be understood: what would be right, in one sentence. */
        record NotUnderstood(String why) implements Taken {}
    }

    /** Takes a prediction; the first one counts. */
    public Taken predict(Block.Predict asked, String given) {
        var problem = Judge.problem(asked, given, options(asked), guidance);
        if (problem.isPresent()) {
            return new Taken.NotUnderstood(problem.get());
        }
        played.predict(asked, given.strip(), moment(), there.world().scenario());
        news();
        return new Taken.Accepted();
    }

    /** The world at the moment at which a prediction was made, as text, if it can be told again. */
    public Optional<StoryText> momentOf(Block.Predict asked) {
        return played.then(asked)
                .flatMap(then -> there.story(then, played.setUp(asked).orElse(then.scenario())));
    }

    /** Keeps the learner's own reason for a prediction. @throws java.util.NoSuchElementException when there is none */
    public void because(Block.Predict asked, String reason) {
        played.because(asked, reason.strip());
        listener.run();
    }

    /** Calls this whenever there is something new to show, on the thread that caused it. */
    public void onChange(Runnable called) {
        listener = called;
    }

    /**
     * Looks at the newest picture, and once that has what was done last: judges predictions, marks tasks, shows captions,
     * carries out what needs no button.
     */
    public void observe(Snapshot newest) {
        there.look(newest);
        boolean changed = false;
        for (var block : shown == reached ? visible() : List.<Block>of()) {
            changed |= upToDate() && update(block);
        }
        if (changed) {
            listener.run();
        }
    }

    /** Looks at the world as it is now. */
    public void observe() {
        observe(there.newest());
    }

    private void news() {
        observe();
        listener.run();
    }

    /** Whether the picture last looked at has what was done last. */
    boolean upToDate() {
        return there.upToDate();
    }

    @Override
    Moment moment() {
        return there.moment();
    }

    private boolean update(Block block) {
        return switch (block) {
            case Block.Do what
            when what.auto() && !pressed(what) -> {
                played.press(what, there.carryOut(what.commands()));
                there.look();
                yield true;
            }
            case Block.Keep what
            when kept(what).isEmpty() && what.when().map(w -> w.holds(moment())).orElse(true) -> {
                keep(what);
                yield true;
            }
            default -> played.update(block, moment());
        };
    }

    private void keep(Block.Keep what) {
        findings.keep(what, what.value().of(moment()).number());
    }

    @Override
    public void close() {
        there.close();
    }
}
