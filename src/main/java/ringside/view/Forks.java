package ringside.view;

import static ringside.view.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;
import ringside.world.Branch;
import ringside.world.Branches;
import ringside.world.Command;
import ringside.world.Timeline;
import ringside.world.VirtualTime;
import ringside.world.World;

/**
 * The stories that one show can be switched between: acting while the picture is in the past tells another one, aside,
 * which is then shown at that instant, playing or not as before. FX thread only.
 */
public final class Forks implements AutoCloseable {
    private final Branches branches;
    private final Show show;
    private final ObservableList<Branch> all;
    private final ReadOnlyObjectWrapper<Branch> current;
    private final ReadOnlyObjectWrapper<Optional<Worker<?>>> work = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Work> working = Optional.empty();
    private volatile boolean closed;

    /** The stories of a world that is to be shown, with a backstage; closes that and all their worlds with the show. */
    public Forks(Branches branches, Backstage backstage) {
        this.branches = branches;
        var first = branches.current();
        this.all = FXCollections.observableArrayList(branches.all());
        this.current = new ReadOnlyObjectWrapper<>(first);
        this.show = new Show(first.world(), first.history(), backstage, this::close);
        show.forkWith(this);
    }

    /** The show that is switched between them. */
    public Show show() {
        return show;
    }

    /** All of them, in the order in which they were forked; cannot be changed here. */
    public ObservableList<Branch> branches() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** The one that is shown. */
    public ReadOnlyObjectProperty<Branch> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The fork that is being told, if one is: its title, its progress, and how to cancel it. */
    public ReadOnlyObjectProperty<Optional<Worker<?>>> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** What should be known of the branch that was begun last, until another is shown. */
    public ReadOnlyObjectProperty<Optional<String>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Shows another branch: a live one playing as it is now, a simulated one at the same instant, or its last before. */
    public void switchTo(Branch branch) {
        cancel();
        var to = branches.switchTo(branch.number());
        boolean live = !(to.world() instanceof VirtualTime);
        if (live) {
            show.playingProperty().set(true);
        }
        show(to, live ? Long.MAX_VALUE : show.nanosProperty().get());
    }

    /** Shows the branch that this one was forked from, or the first when that is gone; does nothing in the first. */
    public void back() {
        current.get()
                .parent()
                .ifPresent(parent -> switchTo(all.stream()
                        .filter(b -> b.number() == parent)
                        .findFirst()
                        .orElse(all.getFirst())));
    }

    /** Calls a branch otherwise; tells why not when the name is no good. */
    public void rename(Branch branch, String name) {
        try {
            branches.rename(branch.number(), name);
            follow();
        } catch (IllegalArgumentException unfit) {
            show.refuse(text("fork.unnamed"));
        }
    }

    /** Deletes a branch, but not the first; when it is shown, the one it was forked from is shown instead. */
    public void delete(Branch branch) {
        if (branch.parent().isEmpty()) {
            show.refuse(text("fork.first"));
            return;
        }
        boolean shown = current.get().number() == branch.number();
        if (shown) {
            cancel();
        }
        var gone = branches.delete(branch.number());
        if (shown) {
            switchTo(branches.current());
        } else {
            follow();
        }
        Thread.ofVirtual().name("closing").start(gone.world()::close);
    }

    private void show(Branch branch, long nanos) {
        told.set(Optional.empty());
        show.switchTo(branch.world(), branch.history(), nanos);
        follow();
    }

    private void follow() {
        all.setAll(branches.all());
        current.set(branches.current());
        int shown = current.get().number();
        show.forkMarksProperty()
                .set(all.stream()
                        .filter(b -> b.parent().isPresent() && b.parent().getAsInt() == shown)
                        .sorted(Comparator.comparingLong(Branch::forkNanos))
                        .map(b -> new Timeline.Marker(b.forkNanos(), 0, Timeline.Marker.Kind.FORK, b.name()))
                        .toList());
    }

    /** Ends the fork that is being told, if one is; the picture stays where it is. */
    public void cancel() {
        working.ifPresent(w -> w.cancel(true));
    }

    /** Does something at the instant shown, in a story of its own: it is under way, or refused at once. */
    World.Outcome act(Command command) {
        long nanos = show.nanosProperty().get();
        if (working.filter(w -> w.nanos == nanos).isPresent()) {
            working.get().more.add(command);
            return new World.Outcome.Done(Optional.empty());
        }
        cancel();
        if (branches.full()) {
            var why = text("fork.full", String.valueOf(Branches.MOST), Figures.bytes(Branches.MOST_BYTES));
            show.refuse(why);
            return new World.Outcome.Rejected(why);
        }
        var begun = new Work(command, nanos, show.playingProperty().get());
        working = Optional.of(begun);
        work.set(Optional.of(begun));
        show.playingProperty().set(false);
        Thread.ofVirtual().name("fork").start(begun);
        return new World.Outcome.Done(Optional.empty());
    }

    /** Closes the worlds of all branches; may be called from any thread. */
    @Override
    public void close() {
        closed = true;
        cancel();
        branches.close();
    }

    /** One fork, told away from the screen. */
    private final class Work extends Task<Branches.Fork> {
        private final Callable<Branches.Fork> fork;
        private final long nanos;
        private final boolean playing;
        private final List<Command> more = new ArrayList<>();

        Work(Command command, long nanos, boolean playing) {
            this.nanos = nanos;
            this.playing = playing;
            var name = ForkNames.of(branches.nextNumber(), command, nanos);
            updateTitle(name);
            fork = branches.fork(nanos, command, name, share -> {
                updateProgress(share, 1);
                return !isCancelled();
            });
            setOnSucceeded(_ -> arrive());
            setOnCancelled(_ -> end());
            setOnFailed(_ -> {
                end();
                show.refuse(String.valueOf(getException().getMessage()));
            });
        }

        @Override
        protected Branches.Fork call() throws Exception {
            return fork.call();
        }

        private void end() {
            if (!closed && working.filter(this::equals).isPresent()) {
                working = Optional.empty();
                work.set(Optional.empty());
                show.playingProperty().set(playing);
            }
        }

        private void arrive() {
            end();
            switch (getValue()) {
                case Branches.Fork.Rejected(var why) -> show.refuse(why);
                case Branches.Fork.Made(var branch, var from) -> {
                    branches.keep(branch);
                    Forks.this.show(branch, branch.forkNanos());
                    more.forEach(command -> show.act(() -> branch.history().apply(command)));
                    told.set(ForkNotice.of(from));
                }
            }
        }
    }
}
