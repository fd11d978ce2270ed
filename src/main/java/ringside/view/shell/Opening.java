package ringside.view.shell;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Work away from the screen whose result arrives on it; what was opened for nobody is closed again. */
final class Opening<W extends AutoCloseable> extends Task<W> {
    private final Callable<W> door;
    private final Thread before;

    /** Opens a door after a thread has ended. */
    Opening(Thread before, Callable<W> door) {
        this.before = before;
        this.door = door;
    }

    /** Begins; the result goes to one of the two on the FX thread, and to neither once this is cancelled. */
    void start(Consumer<W> opened, Consumer<Throwable> failed) {
        setOnSucceeded(_ -> opened.accept(getValue()));
        setOnFailed(_ -> failed.accept(getException()));
        Thread.ofVirtual().name("opening").start(this);
    }

    @Override
    protected W call() throws Exception {
        before.join();
        var opened = door.call();
        if (isCancelled()) {
            opened.close();
        }
        return opened;
    }
}
