package ringside.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ringside.lesson.Lesson;
import ringside.lesson.Lessons;

/** The folder of an author's own lessons that is open, if one is: read again whenever a file of it is saved. FX thread only. */
final class OwnLessons implements AutoCloseable {
    /** What is in a folder: its lessons, and a line for each that can't be read. */
    record Shelf(String folder, Lessons lessons) {}

    private final ReadOnlyObjectWrapper<Optional<Shelf>> shelf = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<@Nullable Shelf> newest = new AtomicReference<>();
    private Optional<Outside.Watched> watched = Optional.empty();
    private boolean fresh;

    /** Opens a folder in the place of the one before. */
    void open(String folder, Outside outside) {
        close();
        fresh = true;
        watched = Optional.of(outside.watch(folder, read -> newest.set(new Shelf(folder, read))));
    }

    /** Takes what was read last, once a frame. A folder that was closed meanwhile has nothing to tell any more. */
    void pulse() {
        Optional.ofNullable(newest.getAndSet(null))
                .filter(read -> watched.stream().anyMatch(w -> w.folder().equals(read.folder())))
                .ifPresent(read -> shelf.set(Optional.of(read)));
    }

    /** Whether the folder was opened since this was last asked: what is in it is looked for on the screen. */
    boolean fresh() {
        boolean was = fresh;
        fresh = false;
        return was;
    }

    /** What is in it now. */
    ReadOnlyObjectProperty<Optional<Shelf>> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    /** The lessons of it. */
    List<Lesson> lessons() {
        return shelf.get().map(s -> s.lessons().all()).orElse(List.of());
    }

    /** Its lesson with this id as it was saved last. */
    Optional<Lesson> find(String id) {
        return shelf.get().flatMap(s -> s.lessons().find(id));
    }

    @Override
    public void close() {
        watched.ifPresent(Outside.Watched::close);
        watched = Optional.empty();
        shelf.set(Optional.empty());
    }
}
