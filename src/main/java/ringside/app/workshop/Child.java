package ringside.app.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that this one has started in a private folder of its own; it ends when this is closed, or this program ends or is killed. */
final class Child implements AutoCloseable {
    private static final int MOST_SAID = 16 * 1024;
    private static final int PATIENCE_SECONDS = 2;

    private final Path folder;
    private final Leash leash;
    private final Thread hook = new Thread(this::end);
    private final StringBuilder said = new StringBuilder();
    private final Thread listener;

    private Child(Path folder, Leash leash) {
        this.folder = folder;
        this.leash = leash;
        Runtime.getRuntime().addShutdownHook(hook);
        listener = Thread.ofVirtual().name("hearing a program").start(this::hear);
    }

    /**
     * Starts a program.
     *
     * @param files what to write into its folder, by name
     * @param command what to start, given the folder
     * @throws IOException when it can't be started
     */
    static Child start(Map<String, String> files, Command command) throws IOException {
        var folder = Files.createTempDirectory("ringside-workshop");
        try {
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return new Child(folder, Leash.start(folder, command.in(folder)));
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /** What to start in a folder. */
    interface Command {
        /** The program and its arguments. */
        List<String> in(Path folder);
    }

    private void hear() {
        var bytes = new byte[1024];
        try (InputStream in = leash.process().getInputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                keep(new String(bytes, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // it is gone
        }
    }

    private void keep(String more) {
        synchronized (said) {
            said.append(more, 0, Math.min(more.length(), MOST_SAID - said.length()));
        }
    }

    /** Whether it runs. */
    boolean alive() {
        return leash.process().isAlive();
    }

    /** What it has said so far; all of it, once it has ended. */
    String said() throws InterruptedException {
        if (!alive()) {
            listener.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
        synchronized (said) {
            return said.toString();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this program is ending already, and the hook has run or will
        }
    }

    private void end() {
        leash.end(PATIENCE_SECONDS);
        delete(folder);
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger("ringside").log(System.Logger.Level.WARNING, "cannot be cleared away: " + folder, e);
        }
    }
}
