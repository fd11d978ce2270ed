package ringside.view.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.engine.PolicyChoice;
import ringside.view.Opening;
import ringside.view.Show;
import ringside.world.Command;
import ringside.world.Simulator;
import ringside.world.World.Outcome;

/**
 * A comparison as it is shown: two stages at the same instant, figures, and what can be changed. FX thread only.
 *
 * <p>Whatever changes is told anew, away from the screen; until that has come, what was told before stays on the stages.
 */
public final class Comparing implements AutoCloseable {
    private final Simulator simulator;
    private final Stages stages;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<Telling> telling;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Opening<Telling>> running = Optional.empty();
    private OptionalLong held = OptionalLong.empty();

    /**
     * Shows a contest that was told, from its beginning.
     *
     * @param simulator tells what is changed
     * @param dress is handed each show that leads the other, to set how fast it goes and how it is laid out
     */
    public Comparing(Simulator simulator, Telling first, Consumer<Show> dress) {
        this.simulator = simulator;
        this.changes = new Changes(first.contest());
        this.telling = new ReadOnlyObjectWrapper<>(first);
        this.stages = new Stages(this::act, dress);
        stages.seat(first.worlds(), first.contest().fromNanos());
    }

    private Outcome act(int stage, Command command) {
        var show = stages.on(stage).orElseThrow();
        long at = show.nanosProperty().get();
        if (command instanceof Command.SetPolicy(var policy)) {
            choose(telling.get().staged().get(stage), policy);
        } else {
            try {
                command.on(show.snapshot().scenario());
            } catch (IllegalArgumentException unfit) {
                return new Outcome.Rejected(String.valueOf(unfit.getMessage()));
            }
            change(changes.wanted().also(at, command));
        }
        held = OptionalLong.of(at);
        return new Outcome.Done(Optional.empty());
    }

    /** Chooses servers by another policy on one side, from beginning to end; the other sides keep theirs. */
    public void choose(int side, PolicyChoice policy) {
        change(changes.wanted().with(side, policy));
    }

    /** Compares something else. */
    public void change(Contest other) {
        if (!other.equals(changes.wanted())) {
            changes.to(other);
            tell(telling.get().staged());
        }
    }

    /** Takes back the last change, if there was one. */
    public void undo() {
        if (canUndoProperty().get()) {
            changes.undo();
            tell(telling.get().staged());
        }
    }

    /** Makes the change again that was taken back last, if one was. */
    public void redo() {
        if (canRedoProperty().get()) {
            changes.redo();
            tell(telling.get().staged());
        }
    }

    /** Puts a side on a stage, 0 being the upper one; if it was on the other, the two change places. */
    public void stage(int stage, int side) {
        var staged = telling.get().staged();
        int here = staged.get(stage);
        int there = staged.get(1 - stage) == side ? here : staged.get(1 - stage);
        if (here != side) {
            tell(stage == 0 ? List.of(side, there) : List.of(there, side));
        }
    }

    /** Changes places: what is on the upper stage goes to the lower, and the other way round. */
    public void swap() {
        tell(telling.get().staged().reversed());
    }

    /** Adds a side by a policy that is not there yet, while there is room; which one can be changed in its place. */
    public void addSide() {
        var wanted = changes.wanted();
        var there = wanted.contestants().stream().map(c -> c.policy().id()).toList();
        Challenge.USUAL.stream()
                .filter(id -> wanted.hasRoom() && !there.contains(id))
                .findFirst()
                .ifPresent(id -> change(wanted.plus(PolicyChoice.of(id))));
    }

    private void tell(List<Integer> staged) {
        running.ifPresent(Opening::cancel);
        var before = telling.get();
        var contest = changes.wanted();
        boolean there = staged.stream().allMatch(s -> s < contest.contestants().size());
        var fit = there ? staged : Telling.FIRST_TWO;
        var task = new Opening<Telling>(progress -> contest.equals(before.contest())
                ? before.staging(simulator, fit, progress)
                : Telling.of(simulator, contest, fit, progress));
        running = Optional.of(task);
        share.bind(task.progressProperty());
        busy.set(true);
        trouble.set(Optional.empty());
        task.start(this::arrive, this::fail);
    }

    private void arrive(Telling fresh) {
        var before = telling.get();
        long at = held.orElse(stages.leader()
                .map(s -> s.nanosProperty().get())
                .orElse(fresh.contest().fromNanos()));
        rest();
        stages.seat(fresh.worlds(), Math.min(at, fresh.contest().nanos()));
        telling.set(fresh);
        before.close();
    }

    private void fail(Throwable why) {
        cancel();
        trouble.set(Optional.of(String.valueOf(why.getMessage())));
    }

    /** Gives up what is being told: what was told before is what is compared. */
    public void cancel() {
        running.ifPresent(Opening::cancel);
        rest();
        changes.giveUp(telling.get().contest());
    }

    private void rest() {
        running = Optional.empty();
        share.unbind();
        busy.set(false);
        held = OptionalLong.empty();
    }

    /** One frame: what was changed at an instant is waited for there. */
    public void pulse(long wallNanos) {
        held.ifPresent(at -> stages.leader().ifPresent(show -> show.seek(at)));
        stages.pulse(held.isPresent() ? 0 : wallNanos);
    }

    /** What was told last. */
    public ReadOnlyObjectProperty<Telling> tellingProperty() {
        return telling.getReadOnlyProperty();
    }

    /** What was told last. */
    public Telling telling() {
        return telling.get();
    }

    /** What is wanted, which may still be being told. */
    public Contest wanted() {
        return changes.wanted();
    }

    /** What is on a stage, 0 being the upper one; nothing when its side can't be told. */
    public ReadOnlyObjectProperty<Optional<Show>> onProperty(int stage) {
        return stages.onProperty(stage);
    }

    /** The show that the other follows; none when no side can be told. */
    public Optional<Show> leader() {
        return stages.leader();
    }

    /** Whether something is being told. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How much of it is done, 0 to 1. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** What went wrong last, in one sentence. */
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether there is a change to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return changes.canUndoProperty();
    }

    /** Whether there is a change to make again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return changes.canRedoProperty();
    }

    /** Gives up what is being told, and closes the worlds on the stages; may take a while. */
    @Override
    public void close() {
        running.ifPresent(Opening::cancel);
        stages.close();
        telling.get().close();
    }

    /** Stops everything that moves. */
    public void stop() {
        leader().ifPresent(show -> show.playingProperty().set(false));
    }
}
