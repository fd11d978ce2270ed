package ringside.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.app.ProgressFile.Content;
import ringside.lesson.progress.Progress;
import ringside.view.Texts;

/**
 * The files of a learner's progress: the newest save, the one before it, and the last of each of seven days.
 *
 * <p>A save is written whole beside the old one and then put in its place. One that is damaged is kept aside, and the
 * newest backup that is not takes its place. One thread at a time may use it.
 */
final class Vault implements AutoCloseable {
    private static final int MOST_DAYS = 7;
    private static final int MOST_DAMAGED = 5;

    private final Path folder;
    private final Path file;
    private final Disk disk;
    private final InstantSource clock;
    private Optional<ProfileLock> lock = Optional.empty();
    private Optional<byte[]> last = Optional.empty();
    private long save;

    Vault(Path folder, Disk disk, InstantSource clock) {
        this.folder = folder;
        this.file = folder.resolve("progress.json");
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param progress the newest that could be read; empty when nothing was ever kept
     * @param news what the learner should know of it, in one sentence
     * @param newer whether a newer program wrote it
     */
    record Found(Optional<Progress> progress, Optional<String> news, boolean newer) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), false);
    }

    /** The folder. */
    Path folder() {
        return folder;
    }

    /** Whether this program alone may write here from now on. @throws IOException when nobody may */
    boolean take() throws IOException {
        if (lock.isEmpty()) {
            Files.createDirectories(folder);
            lock = ProfileLock.take(folder.resolve("progress.lock"));
            if (lock.isPresent()) {
                clear();
            }
        }
        return lock.isPresent();
    }

    private void clear() throws IOException {
        for (var half : disk.list(folder, "progress.*.new")) {
            disk.delete(half);
        }
    }

    /** What is kept. @throws IOException when it is there and can't be read at all */
    Found read() throws IOException {
        var main = read(file);
        if (main.isEmpty()) {
            return backup().map(good -> found(good, Optional.of(Texts.text("progress.missing"))))
                    .orElse(Found.NOTHING);
        }
        return switch (main.get()) {
            case Content.Good good -> found(good, Optional.empty());
            case Content.Newer _ -> new Found(Optional.empty(), Optional.empty(), true);
            case Content.Damaged _ -> damaged();
        };
    }

    private Found damaged() throws IOException {
        var backup = backup();
        if (lock.isEmpty()) {
            return backup.map(good -> found(good, Optional.empty())).orElse(Found.NOTHING);
        }
        var aside = folder.resolve("progress.damaged-" + clock.millis() + ".json");
        disk.move(file, aside);
        prune("progress.damaged-*.json", MOST_DAMAGED);
        var name = String.valueOf(aside.getFileName());
        return backup.map(good -> found(good, Optional.of(Texts.text("progress.damaged", name))))
                .orElseGet(() -> new Found(Optional.empty(), Optional.of(Texts.text("progress.lost", name)), false));
    }

    private Found found(Content.Good good, Optional<String> news) {
        save = good.save();
        return new Found(Optional.of(good.progress()), news, false);
    }

    private Optional<Content.Good> backup() throws IOException {
        var best = Optional.<Content.Good>empty();
        for (var path : Files.isDirectory(folder) ? backups() : List.<Path>of()) {
            if (read(path).orElse(null) instanceof Content.Good good
                    && best.map(b -> b.save() < good.save()).orElse(true)) {
                best = Optional.of(good);
            }
        }
        return best;
    }

    private List<Path> backups() throws IOException {
        var all = new ArrayList<>(disk.list(folder, "progress.backup.json"));
        all.addAll(days());
        return all;
    }

    private List<Path> days() throws IOException {
        return disk.list(folder, "progress.20[0-9][0-9]-[0-9][0-9]-[0-9][0-9].json");
    }

    private Optional<Content> read(Path path) throws IOException {
        try {
            var bytes = disk.read(path, ProgressFile.LARGEST + 1);
            var content = ProgressFile.read(String.valueOf(path.getFileName()), bytes);
            if (path.equals(file) && content instanceof Content.Good) {
                last = Optional.of(bytes);
            }
            return Optional.of(content);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Keeps this, and what was kept before as a backup. @throws IOException when it can't, and what was kept still is */
    void save(Progress progress) throws IOException {
        var bytes = ProgressFile.write(progress, save + 1);
        if (!(ProgressFile.read("progress.json", bytes) instanceof Content.Good)) {
            throw new IOException("what it says could not be read again");
        }
        if (last.isPresent()) {
            backUp(last.get());
        }
        AtomicFile.write(disk, file, bytes);
        save++;
        last = Optional.of(bytes);
    }

    private void backUp(byte[] before) throws IOException {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var today = folder.resolve("progress." + day + ".json");
        if (!days().contains(today)) {
            AtomicFile.write(disk, today, before);
            prune("progress.20*.json", MOST_DAYS);
        }
        AtomicFile.write(disk, folder.resolve("progress.backup.json"), before);
    }

    private void prune(String pattern, int most) throws IOException {
        var all = disk.list(folder, pattern);
        for (var old : all.subList(0, Math.max(0, all.size() - most))) {
            disk.delete(old);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
            lock = Optional.empty();
        }
    }
}
