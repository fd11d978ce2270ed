package ringside.app;

/** While it is open, SIGTERM and Ctrl-C do something first, and then end the program as done. */
final class Stopping implements AutoCloseable {
    private final Thread hook;

    Stopping(Runnable first) {
        hook = new Thread(() -> {
            first.run();
            Runtime.getRuntime().halt(Terminal.DONE);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the program is stopping already, and the hook sees to the rest
        }
    }
}
