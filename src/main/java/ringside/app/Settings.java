package ringside.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ringside.lesson.progress.Progress;
import ringside.view.Texts;
import ringside.view.shell.Memory;

/**
 * What is remembered, in one file of the user's data directory.
 *
 * <p>It is written whole beside the old one and then moved over it, so a crash leaves one or the other. A file that can't
 * be read is kept aside and the user told. Writing happens away from the screen; of several changes the last counts.
 */
final class Settings implements AutoCloseable {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("settings").daemon(true).factory());
    private final AtomicReference<Memory> waiting = new AtomicReference<>();
    private Memory memory = Memory.FRESH;
    private volatile Map<String, SettingsFile.Reached> lessons = Map.of();
    private Optional<String> complaint = Optional.empty();

    /** The settings in a directory, which need not exist yet. */
    Settings(Path directory) {
        this.file = directory.resolve("settings.json");
        read();
    }

    /** The settings of whoever is logged in. */
    static Settings ofThisUser() {
        return new Settings(DataDirectory.ofThisUser());
    }

    /** What is remembered. */
    Memory memory() {
        return memory;
    }

    /** How far lessons were taken when that was kept here; it stays here until it is forgotten. */
    Progress lessons(long nowMillis) {
        return SettingsFile.progress(lessons, nowMillis);
    }

    /** Forgets how far lessons were taken: that is kept elsewhere. */
    void forgetLessons() {
        lessons = Map.of();
    }

    /** What the user should know of the file, in one sentence. */
    Optional<String> complaint() {
        return complaint;
    }

    private void read() {
        try {
            var read = Optional.ofNullable(GSON.fromJson(Files.readString(file), SettingsFile.class))
                    .orElseThrow(() -> new JsonParseException("it is empty"));
            memory = read.memory();
            lessons = Map.copyOf(Optional.ofNullable(read.lessons()).orElse(Map.of()));
        } catch (NoSuchFileException _) {
            memory = Memory.FRESH;
        } catch (IOException | RuntimeException e) {
            keepAside(e);
        }
    }

    private void keepAside(Exception why) {
        var aside = file.resolveSibling("settings.damaged-" + System.currentTimeMillis() + ".json");
        try {
            Files.move(file, aside);
            complaint = Optional.of(Texts.text("settings.damaged", aside.getFileName()));
        } catch (IOException e) {
            e.addSuppressed(why);
            complaint = Optional.of(Texts.text("settings.unreadable", file));
        }
    }

    /** Remembers this from now on; it is written soon. */
    void keep(Memory changed) {
        memory = changed;
        if (waiting.getAndSet(changed) == null) {
            writer.execute(this::write);
        }
    }

    private void write() {
        var last = waiting.getAndSet(null);
        if (last == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, GSON.toJson(SettingsFile.of(last, lessons)));
        } catch (IOException e) {
            System.getLogger("ringside")
                    .log(System.Logger.Level.WARNING, "settings are not kept in " + file + ": " + AtomicFile.reason(e));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
