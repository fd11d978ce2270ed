package ringside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringside.config.BadInput;
import ringside.lesson.Lessons;
import ringside.view.shell.Outside;

/** A folder of lessons that is looked at twice a second, and read again when a file of it was saved. */
final class LessonFolder implements Outside.Watched {
    private static final int DEEPEST = 2;
    private static final int MOST_FILES = 4_000;
    private static final long PAUSE_MILLIS = 500;

    private final Path folder;
    private final Locale language;
    private final Consumer<Lessons> told;
    private final ScheduledExecutorService watch;
    private Optional<Map<Path, Stamp>> seen = Optional.empty();

    private record Stamp(long changedMillis, long size) {}

    /** Reads it at once in this language where it is told in that, on a thread of its own, and whenever something changed. */
    LessonFolder(Path folder, Locale language, Consumer<Lessons> told) {
        this.folder = folder;
        this.language = language;
        this.told = told;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lessons of " + folder).factory());
        var _ = watch.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        var now = Optional.of(stamps());
        if (!now.equals(seen)) {
            seen = now;
            told.accept(read());
        }
    }

    private Lessons read() {
        try {
            return Lessons.in(folder, language);
        } catch (BadInput e) {
            return new Lessons(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /* What can't be looked at now is seen another time. */
    private Map<Path, Stamp> stamps() {
        var all = new TreeMap<Path, Stamp>();
        try (var files = Files.walk(folder, DEEPEST)) {
            for (var file : files.limit(MOST_FILES).toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    all.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
                }
            }
        } catch (IOException | UncheckedIOException _) {
            all.put(folder, new Stamp(0, -1));
        }
        return all;
    }

    @Override
    public String folder() {
        return folder.toString();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
