package ringside.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.world.Snapshot;
import ringside.world.Stop;
import ringside.world.Timeline;
import ringside.world.World;

/** What can be seen of a show: the world, the picture, the instant. FX thread only. */
abstract sealed class Shown permits Show {
    private final ObjectProperty<List<Timeline.Marker>> forkMarks = new SimpleObjectProperty<>(List.of());
    final ReadOnlyObjectWrapper<World> world;
    final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    final ReadOnlyObjectWrapper<Optional<String>> rejected = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyDoubleWrapper reached = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyLongWrapper nanos = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper newest = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper atNow = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<Double>> ahead = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stop>> stop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<HeldSecond>> seconds = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.FLOW);
    private final ObjectProperty<Optional<Sketch>> sketch = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty veiled = new SimpleBooleanProperty();
    final ReadOnlyLongWrapper deeds = new ReadOnlyLongWrapper();
    private boolean following;

    Shown(World world, Snapshot first) {
        this.world = new ReadOnlyObjectWrapper<>(world);
        this.snapshot = new ReadOnlyObjectWrapper<>(first);
        nanos.set(first.nanos());
        newest.set(world.now());
    }

    /* The snapshot last: whoever follows it finds the rest as it is now. */
    final void publish(Frame frame) {
        following = frame.following();
        nanos.set(frame.nanos());
        tellNow(frame.newest());
        ahead.set(frame.ahead());
        stop.set(frame.stop());
        seconds.set(frame.seconds());
        snapshot.set(frame.picture());
    }

    /** Tells how late it is in the world. */
    final void tellNow(long now) {
        newest.set(now);
        atNow.set(following || nanos.get() >= now);
    }

    /** Tells why something was not done. */
    public final void refuse(String why) {
        rejected.set(Optional.of(why));
    }

    /** The world shown; another may take its place. The picture on the stage follows at once, after this. */
    public final ReadOnlyObjectProperty<World> worldProperty() {
        return world.getReadOnlyProperty();
    }

    /** The world shown. */
    public final World world() {
        return world.get();
    }

    /** What is on the stage. */
    public final ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What is on the stage. */
    public final Snapshot snapshot() {
        return snapshot.get();
    }

    /** The instant shown, in nanoseconds since the world began; between two events while playing. */
    public final ReadOnlyLongProperty nanosProperty() {
        return nanos.getReadOnlyProperty();
    }

    /** The newest instant of the world, in nanoseconds since it began; it moves on while a live picture stands still. */
    public final ReadOnlyLongProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Whether the picture is at the newest instant. */
    public final ReadOnlyBooleanProperty atNowProperty() {
        return atNow.getReadOnlyProperty();
    }

    /** How fast virtual time really passed of late while playing, 1 being real time: slower than asked when there is much to do. */
    public final ReadOnlyDoubleProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /** How far a run ahead has come, 0 to 1, while there is one. */
    public final ReadOnlyObjectProperty<Optional<Double>> aheadProperty() {
        return ahead.getReadOnlyProperty();
    }

    /** What the picture stopped at by itself, until it moves again. */
    public final ReadOnlyObjectProperty<Optional<Stop>> stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /** Whether there is something to undo. */
    public final ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is something to do again. */
    public final ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Why the last command was not carried out, if it was not. */
    public final ReadOnlyObjectProperty<Optional<String>> rejectedProperty() {
        return rejected.getReadOnlyProperty();
    }

    /** Each second that is over and still held, oldest first. */
    public final ReadOnlyObjectProperty<List<HeldSecond>> secondsProperty() {
        return seconds.getReadOnlyProperty();
    }

    /** Where other branches of the story left this one, in order: as worth jumping to as what the timeline tells. */
    public final ObjectProperty<List<Timeline.Marker>> forkMarksProperty() {
        return forkMarks;
    }

    /** Instants worth jumping to, in order. */
    public final List<Timeline.Marker> markers() {
        var told = world().timeline().markers();
        return forkMarks.get().isEmpty()
                ? told
                : Stream.concat(told.stream(), forkMarks.get().stream())
                        .sorted(Comparator.comparingLong(Timeline.Marker::nanos))
                        .toList();
    }

    /** What is picked out. */
    public final ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** How the stage is laid out. */
    public final ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    /** What a learner draws on the ring, while that is asked for or shown again. */
    public final ObjectProperty<Optional<Sketch>> sketchProperty() {
        return sketch;
    }

    /**
     * Whether a question is open: then nothing is shown that would give its answer away, and nothing can be done to the
     * world but by the lesson.
     */
    public final BooleanProperty veiledProperty() {
        return veiled;
    }

    /** How often something was done to the world. */
    public final ReadOnlyLongProperty deedsProperty() {
        return deeds.getReadOnlyProperty();
    }
}
