package ringside.view;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where the work of a show is done: time that passes, pictures of other instants. */
public final class Backstage implements AutoCloseable {
    private static final long SLICE_NANOS = 2_500_000;

    private final Executor worker;
    private final Runnable end;
    private final boolean aside;

    private Backstage(Executor worker, Runnable end, boolean aside) {
        this.worker = worker;
        this.end = end;
        this.aside = aside;
    }

    /** At once, by whoever asks for it: what was asked for is there when the asking returns. */
    public static Backstage atOnce() {
        return new Backstage(Runnable::run, () -> {}, false);
    }

    /** On a thread of its own, in slices of some milliseconds: what was asked for is there at a later pulse. */
    public static Backstage aside() {
        var thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("backstage").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        return new Backstage(thread, thread::close, true);
    }

    void execute(Runnable work) {
        worker.execute(work);
    }

    /** Whether work that begins now has taken long enough for one go. */
    BooleanSupplier slice() {
        if (!aside) {
            return () -> false;
        }
        long since = System.nanoTime();
        return () -> System.nanoTime() - since >= SLICE_NANOS;
    }

    /** Ends when what is being worked on has; nothing is worked on after that. */
    @Override
    public void close() {
        end.run();
    }
}
