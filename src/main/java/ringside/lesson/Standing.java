package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import ringside.lesson.expression.Facts;
import ringside.lesson.progress.Draft;
import ringside.world.Command;
import ringside.world.World;

/** Where a learner stands in a lesson: which step is shown, what was done so far, and what came of it. */
abstract sealed class Standing permits LessonRun {
    final Lesson lesson;
    final Findings findings = new Findings();
    final Played played = new Played();
    Guidance guidance = new Guidance(Locale.ENGLISH);
    int reached;
    int shown;
    boolean finished;
    boolean repaired;

    Standing(Lesson lesson) {
        this.lesson = lesson;
    }

    /** The facts as they were when last observed. */
    abstract Moment moment();

    /** The lesson. */
    public final Lesson lesson() {
        return lesson;
    }

    /** Says in this language what is left to do and what was not understood; in English if this is never called. */
    public final void speak(Locale language) {
        guidance = new Guidance(language);
    }

    /** The step that is shown. */
    public final Step step() {
        return lesson.steps().get(shown);
    }

    /** The number of the furthest step reached, counted from 1: what {@link LessonRun#resume} takes. */
    public final int position() {
        return reached + 1;
    }

    /** Whether the last step was left behind. */
    public final boolean finished() {
        return finished;
    }

    /** The blocks of the shown step that may be seen: what follows an open question is not among them, nor are checks. */
    public final List<Block> visible() {
        var open = new ArrayList<Block>();
        for (var block : step().blocks()) {
            if (!(block instanceof Block.Check)) {
                open.add(block);
            }
            if (shown == reached
                    && block instanceof Block.Predict asked
                    && prediction(asked).isEmpty()) {
                break;
            }
        }
        return open;
    }

    /** What must be done before the next step, in one sentence; nothing when the learner may go on. */
    public final Optional<String> remaining() {
        return shown < reached ? Optional.empty() : new ToDo(this).first();
    }

    /** Whether the pool had to be put right for the step that was reached last. */
    public final boolean repaired() {
        return repaired;
    }

    /** Whether a gesture may be made now: in a step that is not done, only what it asks for may change the pool. */
    public final boolean allows(Command gesture) {
        return finished || new Bounds(this, lesson.steps().get(reached)).allow(gesture, moment().scenario());
    }

    /** Whether the ways of a trial were gone. */
    public final boolean tried(Block.Trial trial) {
        return trial.ways().stream().allMatch(way -> findings.way(way.id()).isPresent());
    }

    /** A figure of one way of a trial, once it was gone. */
    public final double figure(Block.Shown shown, Block.Way way) {
        return Objects.requireNonNull(shown.values().get(way.id())).of(moment()).number();
    }

    /** A figure that was measured and kept, once it was. */
    public final OptionalDouble kept(Block.Keep what) {
        return findings.figure(what.id());
    }

    /** What is said of a task that is done; empty while it is not. Once done, it stays done. */
    public final Optional<String> done(Block.Task task) {
        return played.done(task).map(said -> said.isEmpty() ? guidance.say("done") : said);
    }

    /** Whether a configuration reached every goal. */
    public final boolean built(Block.Build what) {
        return played.built(what);
    }

    /** What a learner has written of a configuration, if anything. */
    public final Optional<Draft> draft(Block.Build what) {
        return played.draft(what);
    }

    /** What can be chosen: the options, or the servers of the pool when the author names none. */
    public final List<Block.Option> options(Block.Predict asked) {
        return Judge.options(asked, moment().scenario());
    }

    /** An answer in the words of its question. */
    public final String spoken(Block.Predict asked, String given) {
        return Judge.spoken(asked, given, options(asked));
    }

    /** The right answer as it is written, once a prediction was judged by it. */
    public final Optional<String> right(Block.Predict asked) {
        return played.right(asked);
    }

    /** What was predicted, if it was. */
    public final Optional<Prediction> prediction(Block.Predict asked) {
        return played.prediction(asked);
    }

    /** The request whose decision explains an answer, once that is known and there is one. */
    public final Optional<Long> replay(Block.Predict asked) {
        return asked.replay()
                .filter(_ -> prediction(asked).flatMap(Prediction::verdict).isPresent())
                .map(r -> (long) r.of(moment()).number())
                .filter(request -> request > 0);
    }

    /** The caption of a block, once its condition has held. */
    public final Optional<String> caption(Block.Say what) {
        return played.caption(what);
    }

    /** A text with the counters as they are now. */
    public final String fill(Template text) {
        return text.fill(moment());
    }

    /** The facts as they were when last observed. */
    public final Facts facts() {
        return moment();
    }

    /** The facts that a prediction is judged by, as they were when last observed. */
    final Facts facts(Block.Predict asked) {
        return played.judging(asked, moment());
    }

    /** Whether a block's commands have been carried out. */
    public final boolean pressed(Block.Do what) {
        return outcome(what).isPresent();
    }

    /** What came of a block's commands, if they have been carried out. */
    public final Optional<World.Outcome> outcome(Block.Do what) {
        return played.outcome(what);
    }
}
