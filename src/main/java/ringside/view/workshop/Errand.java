package ringside.view.workshop;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Something that takes a while, done away from the screen; what came of it is told on the FX thread. */
final class Errand<T> extends Task<T> {
    private final Callable<T> what;
    private Thread thread = Thread.currentThread();

    private Errand(Callable<T> what) {
        this.what = what;
    }

    /** Begins. A failure is told in its own words. */
    static <T> Errand<T> run(Callable<T> what, Consumer<T> done, Consumer<String> failed) {
        var errand = made(what, done, failed);
        errand.begin();
        return errand;
    }

    /** Begins something that nobody will give up. */
    static <T> void send(Callable<T> what, Consumer<T> done, Consumer<String> failed) {
        made(what, done, failed).begin();
    }

    private static <T> Errand<T> made(Callable<T> what, Consumer<T> done, Consumer<String> failed) {
        var errand = new Errand<>(what);
        errand.setOnSucceeded(_ -> done.accept(errand.getValue()));
        errand.setOnFailed(
                _ -> failed.accept(String.valueOf(errand.getException().getMessage())));
        return errand;
    }

    private void begin() {
        thread = Thread.ofVirtual().name("errand").start(this);
    }

    @Override
    protected T call() throws Exception {
        return what.call();
    }

    /** Tells how far it has come; any thread may. */
    void tell(String words) {
        updateMessage(words);
    }

    /** Gives up waiting: what is being waited for counts as not come. */
    void giveUp() {
        thread.interrupt();
    }
}
