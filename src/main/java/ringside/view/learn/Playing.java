package ringside.view.learn;

import static ringside.view.Texts.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ringside.engine.ServerId;
import ringside.lesson.Block;
import ringside.lesson.LessonRun;
import ringside.lesson.Step;
import ringside.view.Show;
import ringside.world.Command;
import ringside.world.ServerSpec;
import ringside.world.ServerState;

/**
 * A lesson as it is played in a show.
 *
 * @param run what was done in it
 * @param show where its world is shown
 * @param journey what is around both
 */
record Playing(LessonRun run, Show show, LessonPane.Journey journey) {
    /** What the learner is asked just now: all before it is done, and it is not answered. */
    Optional<Block.Predict> asked() {
        for (var block : step(run.position()).blocks()) {
            if (block instanceof Block.Predict question
                    && run.prediction(question).isEmpty()) {
                return Optional.of(question);
            }
            if (undone(block)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Step step(int number) {
        return run.lesson().steps().get(number - 1);
    }

    /** Whether a block waits for the learner or for the world; an answer may wait for what comes after it. */
    private boolean undone(Block block) {
        return switch (block) {
            case Block.Do what -> !run.pressed(what);
            case Block.Task task -> run.done(task).isEmpty();
            case Block.Trial trial -> !run.tried(trial);
            case Block.Keep what -> run.kept(what).isEmpty();
            case Block.Build what -> !run.built(what);
            default -> false;
        };
    }

    /** Whether all that the learner is to do before a block of the step is done. */
    boolean turn(Block block) {
        return run.step().blocks().stream()
                .takeWhile(other -> !other.equals(block))
                .filter(other -> !(other instanceof Block.Predict) && !(other instanceof Block.Keep))
                .noneMatch(this::undone);
    }

    /** Whether a block waits for the learner. */
    boolean open(Block block) {
        return block instanceof Block.Predict question
                ? run.prediction(question).isEmpty()
                : !(block instanceof Block.Keep) && undone(block);
    }

    /** Why a gesture has to wait; empty when it may be made. */
    Optional<String> objection(Command gesture) {
        return run.allows(gesture)
                ? Optional.empty()
                : Optional.of(
                        text("lesson.elsewhere", run.remaining().orElse("")).strip());
    }

    /** Whether a prediction can be given its reason before the learner goes on to find the answer out. */
    boolean lacksReason(Block block) {
        return waits()
                && block instanceof Block.Predict question
                && question.because().isPresent()
                && run.prediction(question)
                        .filter(p -> p.verdict().isEmpty() && p.because().isEmpty())
                        .isPresent();
    }

    /** Whether something in the step that is shown waits for the learner. */
    boolean waits() {
        return run.step().blocks().stream().anyMatch(this::open);
    }

    /** Whether the step that is shown is the furthest that was reached. */
    boolean atTheFront() {
        return run.step().number() == run.position();
    }

    /** The server that an option stands for, if it stands for one. */
    Optional<ServerId> server(Block.Option option) {
        var first = run.lesson().scenario().servers().stream().map(ServerSpec::id);
        var now = show.snapshot().servers().stream().map(ServerState::id);
        return Stream.concat(first, now)
                .filter(id -> id.name().equals(option.id()) || id.name().equals(option.text()))
                .findFirst();
    }

    /** The colour of a server that an option stands for, as a number from 0. */
    OptionalInt shade(Block.Option option) {
        return server(option)
                .map(id -> OptionalInt.of(show.identities().of(id).shade()))
                .orElse(OptionalInt.empty());
    }
}
