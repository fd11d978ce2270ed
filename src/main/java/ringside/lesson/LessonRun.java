package ringside.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.lesson.expression.Facts;
import ringside.world.History;
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
public final class LessonRun implements AutoCloseable {
    private final Lesson lesson;
    private final World world;
    private final History history;
    private final Watch watch = new Watch();
    private final Live live;
    private final Moment.Memory memory;
    private final Map<Block.Predict, Prediction> predictions = new LinkedHashMap<>();
    private final Map<Block.Task, String> tasks = new LinkedHashMap<>();
    private final Map<Block.Say, String> captions = new LinkedHashMap<>();
    private final Map<Block.Do, World.Outcome> outcomes = new LinkedHashMap<>();
    private Runnable listener = () -> {};
    private Moment moment;
    private int reached;
    private int shown;
    private boolean finished;

    private LessonRun(Lesson lesson, World world) {
        this.lesson = lesson;
        this.world = world;
        this.history = new History(world);
        this.live = new Live(world);
        this.memory = new Moment.Memory(live);
        this.moment = now();
    }

    /** Opens the lesson's world and begins with the first step. */
    public static LessonRun start(Lesson lesson, WorldFactory worlds) {
        return new LessonRun(lesson, lesson.open(worlds));
    }

    /**
     * Opens the lesson's world, does what the steps before would have done, and goes on from a step.
     *
     * @param step counted from 1; the last one when there are fewer
     */
    public static LessonRun resume(Lesson lesson, WorldFactory worlds, int step) {
        var run = start(lesson, worlds);
        int last = Math.min(step, lesson.steps().size()) - 1;
        for (run.reached = 0; run.reached < last; run.reached++) {
            run.catchUp(lesson.steps().get(run.reached));
        }
        run.shown = run.reached;
        run.observe();
        return run;
    }

    private void catchUp(Step step) {
        for (var block : step.blocks()) {
            switch (block) {
                case Block.Do what -> carryOut(what.commands());
                case Block.Task what -> carryOut(what.solution());
                default -> {}
            }
        }
    }

    /** The lesson. */
    public Lesson lesson() {
        return lesson;
    }

    /** Its world, which this run closes. */
    public World world() {
        return world;
    }

    /** What was done to the world; gestures go through it too, so that they can be undone. */
    public History history() {
        return history;
    }

    /** The step that is shown. */
    public Step step() {
        return lesson.steps().get(shown);
    }

    /** The number of the furthest step reached, counted from 1: what {@link #resume} takes. */
    public int position() {
        return reached + 1;
    }

    /** Whether the last step was left behind. */
    public boolean finished() {
        return finished;
    }

    /** The blocks of the shown step that may be seen: what follows an open question is not among them, nor are checks. */
    public List<Block> visible() {
        var open = new ArrayList<Block>();
        for (var block : step().blocks()) {
            if (!(block instanceof Block.Check)) {
                open.add(block);
            }
            if (shown == reached && block instanceof Block.Predict asked && !predictions.containsKey(asked)) {
                break;
            }
        }
        return open;
    }

    /** What must be done before the next step, in one sentence; nothing when the learner may go on. */
    public Optional<String> remaining() {
        return shown < reached
                ? Optional.empty()
                : step().blocks().stream()
                        .flatMap(b -> toDo(b).stream())
                        .findFirst()
                        .or(this::toWaitFor);
    }

    private Optional<String> toDo(Block block) {
        return switch (block) {
            case Block.Predict asked when !predictions.containsKey(asked) -> Optional.of("Answer the question first.");
            case Block.Do what when !pressed(what) -> Optional.of("Do this first: " + what.label());
            case Block.Task task when !tasks.containsKey(task) -> Optional.of("The task is not done yet.");
            default -> Optional.empty();
        };
    }

    private Optional<String> toWaitFor() {
        return step().blocks(Block.Predict.class).stream()
                        .anyMatch(asked -> verdict(asked).isEmpty())
                ? Optional.of("Wait for the answer: the world is still finding it out.")
                : Optional.empty();
    }

    private Optional<Prediction.Verdict> verdict(Block.Predict asked) {
        return prediction(asked).flatMap(Prediction::verdict);
    }

    /** Goes on to the next step. @throws IllegalStateException when something {@link #remaining()} is to be done */
    public void next() {
        remaining().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        if (shown == lesson.steps().size() - 1) {
            finished = true;
        } else {
            shown++;
            reached = Math.max(reached, shown);
        }
        observe();
        listener.run();
    }

    /** Shows the step before; does nothing at the first. */
    public void back() {
        shown = Math.max(0, shown - 1);
        listener.run();
    }

    /** Carries out a block's commands; all are tried, and the first rejection is told. */
    public World.Outcome press(Block.Do what) {
        var outcome = carryOut(what.commands());
        outcomes.put(what, outcome);
        observe();
        listener.run();
        return outcome;
    }

    /** Whether a block's commands have been carried out. */
    public boolean pressed(Block.Do what) {
        return outcomes.containsKey(what);
    }

    /** What came of a block's commands, if they have been carried out. */
    public Optional<World.Outcome> outcome(Block.Do what) {
        return Optional.ofNullable(outcomes.get(what));
    }

    /** Carries out the commands that do a task, for a learner who is stuck. */
    public World.Outcome solve(Block.Task task) {
        var outcome = carryOut(task.solution());
        observe();
        listener.run();
        return outcome;
    }

    /** What is said of a task that is done; empty while it is not. Once done, it stays done. */
    public Optional<String> done(Block.Task task) {
        return Optional.ofNullable(tasks.get(task));
    }

    /** What can be chosen: the options, or the servers of the pool when the author names none. */
    public List<Block.Option> options(Block.Predict asked) {
        return Judge.options(asked, moment.scenario());
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
        var problem = Judge.problem(asked, given, options(asked));
        if (problem.isPresent()) {
            return new Taken.NotUnderstood(problem.get());
        }
        predictions.putIfAbsent(asked, new Prediction(given.strip(), "", Optional.empty()));
        observe();
        listener.run();
        return new Taken.Accepted();
    }

    /** Keeps the learner's own reason for a prediction. @throws java.util.NoSuchElementException when there is none */
    public void because(Block.Predict asked, String reason) {
        predictions.put(asked, prediction(asked).orElseThrow().because(reason.strip()));
        listener.run();
    }

    /** What was predicted, if it was. */
    public Optional<Prediction> prediction(Block.Predict asked) {
        return Optional.ofNullable(predictions.get(asked));
    }

    /** The caption of a block, once its condition has held. */
    public Optional<String> caption(Block.Say what) {
        return Optional.ofNullable(captions.get(what));
    }

    /** A text with the counters as they are now. */
    public String fill(Template text) {
        return text.fill(moment);
    }

    /** The facts as they were when last observed. */
    public Facts facts() {
        return moment;
    }

    /** Calls this whenever there is something new to show, on the thread that caused it. */
    public void onChange(Runnable called) {
        listener = called;
    }

    /** Looks at the newest picture: judges predictions, marks tasks, shows captions, carries out what needs no button. */
    public void observe(Snapshot newest) {
        watch.read(world.timeline(), newest.sequence());
        moment = new Moment(newest, watch, memory);
        boolean changed = false;
        for (var block : shown == reached ? visible() : List.<Block>of()) {
            changed |= update(block);
        }
        if (changed) {
            listener.run();
        }
    }

    /** Looks at the world as it is now. */
    public void observe() {
        observe(world.timeline().at(Long.MAX_VALUE));
    }

    private Moment now() {
        var newest = world.timeline().at(Long.MAX_VALUE);
        watch.read(world.timeline(), newest.sequence());
        return new Moment(newest, watch, memory);
    }

    private boolean update(Block block) {
        return switch (block) {
            case Block.Do what
            when what.auto() && !pressed(what) -> {
                outcomes.put(what, carryOut(what.commands()));
                yield true;
            }
            case Block.Predict asked -> judge(asked);
            case Block.Task task
            when !tasks.containsKey(task) && task.until().holds(moment) -> {
                tasks.put(task, task.done().map(this::fill).orElse("Done."));
                yield true;
            }
            case Block.Say say
            when !captions.containsKey(say) && say.when().holds(moment) -> {
                captions.put(say, fill(say.text()));
                yield true;
            }
            default -> false;
        };
    }

    private boolean judge(Block.Predict asked) {
        var open = prediction(asked).filter(p -> p.verdict().isEmpty());
        if (open.isEmpty() || !asked.when().map(w -> w.holds(moment)).orElse(true)) {
            return false;
        }
        predictions.put(asked, open.get().judged(Judge.verdict(asked, open.get().given(), moment)));
        return true;
    }

    private World.Outcome carryOut(List<Words> commands) {
        World.Outcome first = new World.Outcome.Rejected("there is nothing to do");
        for (int i = 0; i < commands.size(); i++) {
            var outcome = carryOut(commands.get(i));
            first = i == 0 || first instanceof World.Outcome.Done ? outcome : first;
        }
        return first;
    }

    private World.Outcome carryOut(Words words) {
        try {
            return history.apply(words.wish().in(world));
        } catch (BadInput | IllegalArgumentException e) {
            return new World.Outcome.Rejected(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        live.close();
        world.close();
    }
}
