package ringside.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Closes what was opened, last first, once, whoever asks for it first. */
final class Closing implements AutoCloseable {
    private final Deque<Runnable> open = new ArrayDeque<>();

    /** Will close this too. */
    synchronized <T> T with(T thing, Consumer<? super T> close) {
        open.push(() -> close.accept(thing));
        return thing;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
