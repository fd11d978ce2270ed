package ringside.view.shell;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Work away from the screen, of which what came of it, or one sentence of what went wrong, arrives on it. */
final class Aside<T> extends Task<T> {
    private final Callable<T> work;

    private Aside(Callable<T> work) {
        this.work = work;
    }

    /** Begins; one of the two is told on the FX thread, and neither once this is cancelled. */
    static <T> Aside<T> begin(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        var aside = new Aside<>(work);
        aside.setOnSucceeded(_ -> done.accept(aside.getValue()));
        aside.setOnFailed(_ -> failed.accept(String.valueOf(aside.getException().getMessage())));
        Thread.ofVirtual().name("aside").start(aside);
        return aside;
    }

    @Override
    protected T call() throws Exception {
        return work.call();
    }
}
