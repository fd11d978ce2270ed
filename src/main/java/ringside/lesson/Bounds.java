package ringside.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.config.BadInput;
import ringside.world.Command;
import ringside.world.Scenario;

/**
 * What may be done to the pool by hand in a step: while it is not done, what its open task asks for; then anything.
 *
 * @param run where the learner stands
 * @param step the furthest step that was reached
 */
record Bounds(Standing run, Step step) {
    /*
     * An answer is judged by the very change that the step makes. If another server leaves before, or instead, its
     * explanation tells of a change that nobody asked about, and a right answer is called wrong.
     */

    /** Whether a gesture may be made now. */
    boolean allow(Command gesture, Scenario now) {
        return !changesPool(gesture) || done() || openTasks().stream().anyMatch(task -> asksFor(task, gesture, now));
    }

    private static boolean changesPool(Command gesture) {
        return gesture instanceof Command.AddServer
                || gesture instanceof Command.RemoveServer
                || gesture instanceof Command.SetBehaviour
                || gesture instanceof Command.SetPolicy;
    }

    private boolean done() {
        return !step.blocks(Block.Build.class).isEmpty()
                || step.blocks().stream().allMatch(this::done);
    }

    private boolean done(Block block) {
        return switch (block) {
            case Block.Predict asked ->
                run.prediction(asked).flatMap(Prediction::verdict).isPresent();
            case Block.Do what -> run.pressed(what);
            case Block.Task task -> run.done(task).isPresent();
            case Block.Trial trial -> run.tried(trial);
            case Block.Keep what -> run.kept(what).isPresent();
            default -> true;
        };
    }

    /* Those before which nothing waits for the learner. */
    private List<Block.Task> openTasks() {
        var open = new ArrayList<Block.Task>();
        for (var block : step.blocks()) {
            switch (block) {
                case Block.Predict asked
                when run.prediction(asked).isEmpty() -> {
                    return open;
                }
                case Block.Do what
                when !run.pressed(what) -> {
                    return open;
                }
                case Block.Trial trial
                when !run.tried(trial) -> {
                    return open;
                }
                case Block.Task task when run.done(task).isEmpty() -> open.add(task);
                default -> {}
            }
        }
        return open;
    }

    private static boolean asksFor(Block.Task task, Command gesture, Scenario now) {
        return task.solution().isEmpty()
                || task.solution().stream()
                        .flatMap(words -> meant(words, now).stream())
                        .anyMatch(meant -> alike(meant, gesture));
    }

    private static Optional<Command> meant(Words words, Scenario now) {
        try {
            return Optional.of(words.wish().in(now, _ -> Optional.empty()));
        } catch (BadInput | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean alike(Command meant, Command gesture) {
        return switch (meant) {
            case Command.AddServer(var server, var _) ->
                gesture instanceof Command.AddServer(var other, var _)
                        && other.id().equals(server.id());
            case Command.RemoveServer(var id, var _) ->
                gesture instanceof Command.RemoveServer(var other, var _) && other.equals(id);
            case Command.SetBehaviour(var id, var _) ->
                gesture instanceof Command.SetBehaviour(var other, var _) && other.equals(id);
            default -> meant.getClass().equals(gesture.getClass());
        };
    }
}
