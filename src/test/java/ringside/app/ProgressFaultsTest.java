package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import ringside.lesson.progress.Progress;

/** A disk that fails at every step of a save. */
final class ProgressFaultsTest {
    @TempDir
    private Path folder;

    /** Fails at one step of those that change something, and at all after it. */
    private static final class Full implements Disk {
        private final AtomicInteger left;

        private Full(int left) {
            this.left = new AtomicInteger(left);
        }

        private void step() throws IOException {
            if (left.decrementAndGet() < 0) {
                throw new FileSystemException("progress.json", null, "No space left on device");
            }
        }

        @Override
        public Path fresh(Path beside) throws IOException {
            step();
            return Disk.super.fresh(beside);
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            if (left.get() <= 0) {
                Disk.super.write(file, Arrays.copyOf(content, content.length / 2));
            }
            step();
            Disk.super.write(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            Disk.super.move(from, to);
        }
    }

    @Test
    void leavesTheOldFileAsItIsWhicheverStepOfASaveFails() throws IOException {
        int steps = 0;
        for (boolean whole = false; !whole; steps++) {
            var here = Files.createDirectory(folder.resolve("at-" + steps));
            begin(here);
            var before = Files.readAllBytes(here.resolve("progress.json"));
            whole = save(here, steps);
            if (!whole) {
                assertThat(Files.readAllBytes(here.resolve("progress.json"))).isEqualTo(before);
            }
            checkNext(here, whole ? 2 : 1);
        }
        assertThat(steps).as("three files, three steps each").isEqualTo(9 + 1);
    }

    private static void begin(Path here) throws IOException {
        try (var vault = new Vault(here, Disk.OF_THIS_MACHINE, Notes.NOON)) {
            assertThat(vault.take()).isTrue();
            vault.save(Notes.of(1));
        }
    }

    private static boolean save(Path here, int steps) throws IOException {
        try (var vault = new Vault(here, new Full(steps), Notes.NOON)) {
            assertThat(vault.take()).isTrue();
            vault.read();
            vault.save(Notes.of(2));
            return true;
        } catch (FileSystemException e) {
            assertThat(e).hasMessageContaining("No space left");
            return false;
        }
    }

    private static void checkNext(Path here, int answers) {
        try (var store = new ProgressStore(here, Disk.OF_THIS_MACHINE, Notes.NOON, Progress.NONE)) {
            assertThat(Notes.answers(store.progress())).isEqualTo(answers);
            assertThat(store.takeNews()).isEmpty();
        }
    }

    @Test
    void saysSoAndKeepsItOnceThereIsRoom() throws Exception {
        var disk = new Full(0);
        try (var store = new ProgressStore(folder, disk, Notes.NOON, Progress.NONE)) {
            store.change(_ -> Notes.of(1));
            until(() -> store.trouble().isPresent());
            assertThat(store.trouble().orElseThrow()).contains("can’t be kept").contains("No space left on device");
            assertThat(store.progress()).isEqualTo(Notes.of(1));
            assertThat(store.readOnly()).isFalse();
            disk.left.set(100);
            store.retry();
            until(() -> store.trouble().isEmpty());
        }
        checkNext(folder, 1);
    }

    @Test
    void saysSoWhereNothingMayBeWritten() throws Exception {
        var file = Files.writeString(folder.resolve("profile"), "no folder");
        try (var store = new ProgressStore(file, Disk.OF_THIS_MACHINE, Notes.NOON, Progress.NONE)) {
            assertThat(store.trouble().orElseThrow()).contains("can’t be kept");
            store.change(_ -> Notes.of(4));
            Files.delete(file);
            store.retry();
            until(() -> store.trouble().isEmpty());
        }
        assertThat(Files.isDirectory(file)).isTrue();
        checkNext(file, 4);
    }

    @Test
    void showsWhatIsKeptWhereNothingMayBeWritten() throws Exception {
        begin(folder);
        Files.delete(folder.resolve("progress.lock"));
        var barred = Files.createDirectory(folder.resolve("progress.lock"));
        try (var store = new ProgressStore(folder, Disk.OF_THIS_MACHINE, Notes.NOON, Progress.NONE)) {
            assertThat(store.trouble().orElseThrow()).contains("can’t be kept");
            assertThat(store.readOnly()).isTrue();
            assertThat(Notes.answers(store.progress())).isEqualTo(1);
            store.change(Notes::more);
            Files.delete(barred);
            store.retry();
            until(() -> store.trouble().isEmpty());
        }
        checkNext(folder, 2);
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, holds);
    }
}
