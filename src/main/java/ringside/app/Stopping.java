package ringside.app;

import ringside.world.World;

/** While it is open, SIGTERM and Ctrl-C close a world first, and then end the program as done. */
final class Stopping implements AutoCloseable {
    private final Thread hook;

    Stopping(World world) {
        hook = new Thread(() -> {
            world.close();
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
