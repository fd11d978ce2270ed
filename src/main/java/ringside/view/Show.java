package ringside.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.world.Command;
import ringside.world.History;
import ringside.world.ServerSpec;
import ringside.world.Snapshot;
import ringside.world.Timeline;
import ringside.world.World;

/**
 * One world as it is shown: what is on the stage, what is picked out, and what can be done. FX thread only.
 *
 * <p>{@link #pulse} is the one door to the screen: once a frame it takes the newest snapshot, and views follow.
 */
public final class Show implements AutoCloseable {
    private final ReadOnlyObjectWrapper<World> world;
    private History history;
    private Playhead playhead;
    private final Runnable end;
    private final Identities identities = new Identities();
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyLongWrapper nanos = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper newest = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper atNow = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> rejected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.FLOW);

    /** Shows a world, paused at its newest instant; closes it when closed. */
    public Show(World world) {
        this(world, new History(world));
    }

    /** The same for a world to which something was done already. */
    public Show(World world, History history) {
        this(world, history, world::close);
    }

    /** The same; closed by {@code end}, and nothing else is: worlds may outlive what shows them. */
    public Show(World world, History history, Runnable end) {
        this.world = new ReadOnlyObjectWrapper<>(world);
        this.history = history;
        this.playhead = new Playhead(world);
        this.end = end;
        meet();
        this.snapshot = new ReadOnlyObjectWrapper<>(playhead.shown());
        playing.subscribe(on -> {
            playhead.play(on);
            publish();
        });
        speed.subscribe(times -> playhead.speed(times.doubleValue()));
    }

    private void meet() {
        identities.meet(
                world().scenario().servers().stream().map(ServerSpec::id).toList());
    }

    /**
     * Shows another world at an instant, in nanoseconds since it began; the one before is not closed. Playing goes on
     * there, and servers of the same name keep their looks.
     */
    public void switchTo(World other, History itsHistory, long atNanos) {
        history = itsHistory;
        playhead = new Playhead(other);
        playhead.speed(speed.get());
        playhead.play(playing.get());
        playhead.seek(atNanos);
        world.set(other);
        meet();
        rejected.set(Optional.empty());
        publish();
    }

    /** Lets the picture move on by the wall time since the last frame, in nanoseconds. */
    public void pulse(long wallNanos) {
        playhead.pass(wallNanos);
        publish();
    }

    /** Carries out a command in the present: a picture of the past returns to now first. */
    public World.Outcome apply(Command command) {
        return act(() -> history.apply(command));
    }

    /** Undoes the last command. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome undo() {
        return act(history::undo);
    }

    /** Does the last undone command again. @throws java.util.NoSuchElementException when there is none */
    public World.Outcome redo() {
        return act(history::redo);
    }

    /** Does something to the world by another way than {@link #apply}, such as a lesson's button. */
    public World.Outcome act(Supplier<World.Outcome> deed) {
        var outcome = deed.get();
        rejected.set(outcome instanceof World.Outcome.Rejected(var why) ? Optional.of(why) : Optional.empty());
        playhead.toNow();
        publish();
        return outcome;
    }

    /** Tells why something was not done. */
    public void refuse(String why) {
        rejected.set(Optional.of(why));
    }

    /** Shows another instant, in nanoseconds since the world began. */
    public void seek(long toNanos) {
        playhead.seek(toNanos);
        publish();
    }

    /** Shows the picture of an instant of which so many events were told, as it was kept. */
    public void seek(long toNanos, long events) {
        playhead.seek(toNanos, events);
        publish();
    }

    /** Shows the newest instant. */
    public void toNow() {
        playhead.toNow();
        publish();
    }

    /** Pauses and shows the picture one event later. */
    public void stepForward() {
        playing.set(false);
        playhead.stepForward();
        publish();
    }

    /** Pauses and shows the picture one event earlier. */
    public void stepBack() {
        playing.set(false);
        playhead.stepBack();
        publish();
    }

    /** Shows the next instant worth jumping to; the newest when there is none. */
    public void toNextMarker() {
        markers().stream()
                .filter(m -> m.nanos() > nanos.get())
                .findFirst()
                .ifPresentOrElse(m -> seek(m.nanos()), this::toNow);
    }

    /** Shows the last instant worth jumping to before this one; the earliest when there is none. */
    public void toPreviousMarker() {
        markers().reversed().stream()
                .filter(m -> m.nanos() < nanos.get())
                .findFirst()
                .ifPresentOrElse(m -> seek(m.nanos()), this::toStart);
    }

    /** Shows the earliest instant that is still held. */
    public void toStart() {
        seek(world().timeline().earliest());
    }

    /* The snapshot last: whoever follows it finds the rest as it is now. */
    private void publish() {
        nanos.set(playhead.nanos());
        newest.set(world().now());
        atNow.set(playhead.atNow());
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        snapshot.set(playhead.shown());
    }

    /** The world shown; {@link #switchTo} shows another. The picture on the stage follows at once, after this. */
    public ReadOnlyObjectProperty<World> worldProperty() {
        return world.getReadOnlyProperty();
    }

    /** The world shown. */
    public World world() {
        return world.get();
    }

    /** Who has which letter and colour here. */
    public Identities identities() {
        return identities;
    }

    /** What is on the stage. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What is on the stage. */
    public Snapshot snapshot() {
        return snapshot.get();
    }

    /** The instant shown, in nanoseconds since the world began; between two events while playing. */
    public ReadOnlyLongProperty nanosProperty() {
        return nanos.getReadOnlyProperty();
    }

    /** The newest instant of the world, in nanoseconds since it began; it moves on while a live picture stands still. */
    public ReadOnlyLongProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Whether the picture is at the newest instant. */
    public ReadOnlyBooleanProperty atNowProperty() {
        return atNow.getReadOnlyProperty();
    }

    /** Whether there is something to undo. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is something to do again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Why the last command was not carried out, if it was not. */
    public ReadOnlyObjectProperty<Optional<String>> rejectedProperty() {
        return rejected.getReadOnlyProperty();
    }

    /** Whether the picture moves on by itself. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** How fast, 1 being real time. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** What is picked out. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** How the stage is laid out. */
    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    /** Instants worth jumping to. */
    public List<Timeline.Marker> markers() {
        return world().timeline().markers();
    }

    @Override
    public void close() {
        end.run();
    }
}
