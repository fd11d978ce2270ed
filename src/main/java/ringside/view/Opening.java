package ringside.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import ringside.world.Progress;

/** Work away from the screen whose result arrives on it; what was opened for nobody is closed again. */
public final class Opening<W extends AutoCloseable> extends Task<W> {
    private final Door<W> door;
    private final Optional<Thread> before;

    /** What is done. */
    @FunctionalInterface
    public interface Door<W> {
        /** Does it, and tells how far it has come; may stop with any exception when the rest is not wanted. */
        W open(Progress progress) throws Exception;
    }

    /** Opens a door at once. */
    public Opening(Door<W> door) {
        this(Optional.empty(), door);
    }

    /** Opens a door after a thread has ended. */
    public Opening(Thread before, Door<W> door) {
        this(Optional.of(before), door);
    }

    private Opening(Optional<Thread> before, Door<W> door) {
        this.before = before;
        this.door = door;
    }

    /** Begins; the result goes to one of the two on the FX thread, and to neither once this is cancelled. */
    public void start(Consumer<W> opened, Consumer<Throwable> failed) {
        setOnSucceeded(_ -> opened.accept(getValue()));
        setOnFailed(_ -> failed.accept(getException()));
        Thread.ofVirtual().name("opening").start(this);
    }

    @Override
    protected W call() throws Exception {
        if (before.isPresent()) {
            before.get().join();
        }
        var opened = door.open(this::tell);
        if (isCancelled()) {
            opened.close();
        }
        return opened;
    }

    private boolean tell(double share) {
        updateProgress(share, 1);
        return !isCancelled();
    }
}
