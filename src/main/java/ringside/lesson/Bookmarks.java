package ringside.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import ringside.config.ScenarioFile;
import ringside.lesson.progress.Answer;
import ringside.lesson.progress.Bookmark;
import ringside.world.History;
import ringside.world.Progress;
import ringside.world.Simulator;
import ringside.world.World;
import ringside.world.WorldFactory;

/** Makes bookmarks of what was done in a lesson, and does it again as a bookmark says. */
final class Bookmarks {
    private final Lesson lesson;
    private final Played played;
    private final Findings findings;
    private final World world;
    private final History history;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    Bookmarks(Standing standing, World world, History history) {
        this.lesson = standing.lesson;
        this.played = standing.played;
        this.findings = standing.findings;
        this.world = world;
        this.history = history;
        for (var step : lesson.steps()) {
            int number = 0;
            for (var block : step.blocks()) {
                blocks.put(step.number() + "." + ++number, block);
            }
        }
    }

    /** Opens a lesson's world as it was at a bookmark. @throws IllegalArgumentException when that is of another text */
    static World open(Lesson lesson, WorldFactory worlds, Simulator simulator, Bookmark mark, Progress progress) {
        if (!mark.digest().equals(lesson.origin())
                || mark.reached() > lesson.steps().size()) {
            throw new IllegalArgumentException("this bookmark is of another text of " + lesson.id());
        }
        var story = mark.world().orElseThrow(() -> new IllegalArgumentException("this bookmark has no world"));
        return lesson.about().world() == World.Kind.LIVE
                ? lesson.open(worlds, Stories.scenario(story.scenario()))
                : simulator.open(Stories.tape(story), progress);
    }

    /**
     * A bookmark at a step. Real servers are stopped in between: what was done to them since a question whose answer they
     * still owe is to be done once more, and the world is as it was when that was answered.
     */
    Bookmark at(int reached, int shown, Moment now) {
        var answers = new ArrayList<Answer>();
        blocks.forEach((place, block) -> {
            if (block instanceof Block.Predict asked) {
                played.prediction(asked).ifPresent(p -> answers.add(answer(place, asked, p, now)));
            }
        });
        var step = lesson.steps().get(reached - 1);
        var owed = live()
                ? step.blocks(Block.Predict.class).stream().filter(played::open).findFirst()
                : Optional.<Block.Predict>empty();
        var again = owed.map(asked -> step.blocks()
                        .subList(step.blocks().indexOf(asked), step.blocks().size()))
                .orElse(List.of());
        return new Bookmark(
                lesson.origin(),
                reached,
                shown,
                answers,
                each(block -> said(block).filter(_ -> block instanceof Block.Build || !again.contains(block))),
                each(block -> pressed(block).filter(_ -> !again.contains(block))),
                each(this::tried),
                live() ? Map.of() : each(this::asked),
                each(this::right),
                each(block -> block instanceof Block.Build what ? played.draft(what) : Optional.empty()),
                owed.isPresent()
                        ? Bookmark.Undoing.NOTHING
                        : new Bookmark.Undoing(Stories.write(history.toUndo()), Stories.write(history.toRedo())),
                owed.flatMap(played::setUp).map(Stories::of).or(() -> Stories.of(world)));
    }

    private boolean live() {
        return world.kind() == World.Kind.LIVE;
    }

    private <T> Map<String, T> each(Function<Block, Optional<T>> told) {
        var all = new TreeMap<String, T>();
        blocks.forEach((place, block) -> told.apply(block).ifPresent(t -> all.put(place, t)));
        return all;
    }

    private static Answer answer(String place, Block.Predict asked, Prediction prediction, Moment now) {
        return new Answer(
                place,
                asked.question().fill(now),
                prediction.given(),
                Judge.spoken(asked, prediction.given(), Judge.options(asked, now.scenario())),
                prediction.because(),
                prediction.verdict().map(v -> new Answer.Verdict(v.right(), v.answer(), v.explanation())),
                0);
    }

    private Optional<String> said(Block block) {
        return switch (block) {
            case Block.Task task -> played.done(task);
            case Block.Say say -> played.caption(say);
            case Block.Keep keep ->
                findings.figure(keep.id()).stream().mapToObj(String::valueOf).findFirst();
            case Block.Build build when played.built(build) -> Optional.of("built");
            default -> Optional.empty();
        };
    }

    private Optional<String> pressed(Block block) {
        return block instanceof Block.Do what
                ? played.outcome(what)
                        .map(o -> o instanceof World.Outcome.Rejected(var why) ? "refused: " + why : "done")
                : Optional.empty();
    }

    private Optional<String> tried(Block block) {
        return block instanceof Block.Trial trial ? findings.begun(trial).map(ScenarioFile::write) : Optional.empty();
    }

    private Optional<Long> asked(Block block) {
        return block instanceof Block.Predict asked
                ? played.then(asked).map(facts -> facts.snapshot().sequence())
                : Optional.empty();
    }

    private Optional<String> right(Block block) {
        return block instanceof Block.Predict asked ? played.right(asked) : Optional.empty();
    }

    /**
     * Does all that a bookmark says was done.
     *
     * @param then the facts after so many events
     * @throws IllegalArgumentException when the lesson has no such block
     */
    void restore(Bookmark mark, Simulator simulator, LongFunction<Moment> then) {
        mark.tried().forEach((place, text) -> {
            var attempt = new Attempt(block(place, Block.Trial.class), Stories.scenario(text), simulator);
            attempt.go(Progress.UNWATCHED);
            findings.put(attempt);
        });
        mark.said().forEach(this::restore);
        mark.pressed().forEach((place, how) -> played.press(block(place, Block.Do.class), outcome(how)));
        mark.drafts().forEach((place, draft) -> played.write(block(place, Block.Build.class), draft));
        history.takeUp(
                Stories.commands(mark.undoing().undo()),
                Stories.commands(mark.undoing().redo()));
        mark.answers().forEach(answer -> restore(mark, answer, then));
    }

    private void restore(Bookmark mark, Answer answer, LongFunction<Moment> then) {
        var asked = block(answer.place(), Block.Predict.class);
        var verdict = answer.verdict().map(v -> new Prediction.Verdict(v.right(), v.answer(), v.explanation()));
        var before = new Prediction(answer.given(), answer.because(), verdict);
        var right = Optional.ofNullable(mark.right().get(answer.place()));
        var sequence = Optional.ofNullable(mark.asked().get(answer.place()));
        if (sequence.isPresent() || verdict.isEmpty()) {
            played.predicted(asked, before, right, then.apply(sequence.orElse(Long.MAX_VALUE)), world.scenario());
        } else {
            played.predicted(asked, before, right);
        }
    }

    private void restore(String place, String said) {
        switch (block(place, Block.class)) {
            case Block.Keep keep -> findings.keep(keep, Double.parseDouble(said));
            case Block.Build build -> played.build(build);
            case Block other -> played.said(other, said);
        }
    }

    private static World.Outcome outcome(String how) {
        return how.equals("done")
                ? new World.Outcome.Done(Optional.empty())
                : new World.Outcome.Rejected(how.replaceFirst("^refused: ", ""));
    }

    private <B extends Block> B block(String place, Class<B> kind) {
        return Optional.ofNullable(blocks.get(place))
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this lesson has nothing at " + place + " that could have been done"));
    }
}
