package ringside.view.shell;

import java.util.List;

/** Closes what was on, away from the screen; what is opened next waits for that. FX thread only. */
final class Exits {
    private Thread last = Thread.ofVirtual().name("nothing to close").start(() -> {});

    /* No daemon: the program ends when sockets are closed. */
    void close(List<AutoCloseable> all) {
        last = Thread.ofPlatform().name("closing").start(() -> all.forEach(Exits::close));
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The thread that closes what was on last. */
    Thread last() {
        return last;
    }
}
