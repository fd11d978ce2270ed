package ringside.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was done to a world, so that it can be undone and done again. */
public final class History {
    private static final int MOST = 500;

    private final World world;
    private final Deque<Command> undo = new ArrayDeque<>();
    private final Deque<Command> redo = new ArrayDeque<>();

    /** The history of one world, empty at first. */
    public History(World world) {
        this.world = world;
    }

    /**
     * Carries out a command; what could be done again no longer can. One that can't be undone, such as sending requests,
     * changes nothing here.
     */
    public World.Outcome apply(Command command) {
        var outcome = world.apply(command);
        if (outcome instanceof World.Outcome.Done(var inverse) && inverse.isPresent()) {
            remember(undo, inverse.get());
            redo.clear();
        }
        return outcome;
    }

    /** Undoes the last command; one that is refused stays the last. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome undo() {
        return swap(undo, redo);
    }

    /** Does the last undone command again. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome redo() {
        return swap(redo, undo);
    }

    /** What would undo the deeds before, the last one first. */
    public List<Command> toUndo() {
        return List.copyOf(undo);
    }

    /** What would do again what was undone, the last one first. */
    public List<Command> toRedo() {
        return List.copyOf(redo);
    }

    /** Takes up the history of a world that was the same; both lists begin with what comes first. */
    public void takeUp(List<Command> toUndo, List<Command> toRedo) {
        toUndo.reversed().forEach(command -> remember(undo, command));
        toRedo.reversed().forEach(command -> remember(redo, command));
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return !undo.isEmpty();
    }

    /** Whether there is something to do again. */
    public boolean canRedo() {
        return !redo.isEmpty();
    }

    private World.Outcome swap(Deque<Command> from, Deque<Command> to) {
        var outcome = world.apply(from.element());
        if (outcome instanceof World.Outcome.Done(var inverse)) {
            from.pop();
            inverse.ifPresent(i -> remember(to, i));
        }
        return outcome;
    }

    private static void remember(Deque<Command> stack, Command command) {
        stack.push(command);
        if (stack.size() > MOST) {
            stack.removeLast();
        }
    }
}
