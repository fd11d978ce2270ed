package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.config.Digest;
import ringside.lesson.progress.LessonNotes;
import ringside.lesson.progress.Progress;

final class ProgressStoreTest {
    @TempDir
    private Path folder;

    private ProgressStore open() {
        return new ProgressStore(folder, Disk.OF_THIS_MACHINE, Notes.NOON, Progress.NONE);
    }

    @Test
    void hasTheNextDayWhatWasKeptToday() {
        try (var today = open()) {
            assertThat(today.begunBefore()).isFalse();
            today.change(_ -> Notes.of(1));
            today.change(Notes::more);
        }
        try (var tomorrow = open()) {
            assertThat(tomorrow.progress()).isEqualTo(Notes.of(2));
            assertThat(tomorrow.begunBefore()).isTrue();
            assertThat(tomorrow.trouble()).isEmpty();
            assertThat(tomorrow.takeNews()).isEmpty();
        }
    }

    @Test
    void beginsWithWhatSettingsOnceKeptButOnlyOnce() {
        var old = Progress.NONE.with("the-ring", LessonNotes.begun(9));
        try (var first = new ProgressStore(folder, Disk.OF_THIS_MACHINE, Notes.NOON, old)) {
            assertThat(first.progress()).isEqualTo(old);
            first.change(_ -> Progress.NONE);
        }
        try (var next = new ProgressStore(folder, Disk.OF_THIS_MACHINE, Notes.NOON, old)) {
            assertThat(next.progress()).isEqualTo(Progress.NONE);
        }
    }

    @Test
    void writesNothingBeforeThereIsSomethingToKeep() throws IOException {
        open().close();
        assertThat(files()).containsExactly("progress.lock");
    }

    @Test
    void keepsTheSaveBeforeAndTheLastOfEachOfSevenDays() throws IOException {
        for (int day = 1; day <= 9; day++) {
            var noon = InstantSource.fixed(Instant.parse("2026-11-0" + day + "T12:00:00Z"));
            try (var vault = new Vault(folder, Disk.OF_THIS_MACHINE, noon)) {
                assertThat(vault.take()).isTrue();
                var before = vault.read().progress().orElse(Progress.NONE);
                vault.save(Notes.more(before));
                vault.save(Notes.more(Notes.more(before)));
            }
        }
        assertThat(files())
                .containsExactly(
                        "progress.2026-11-03.json",
                        "progress.2026-11-04.json",
                        "progress.2026-11-05.json",
                        "progress.2026-11-06.json",
                        "progress.2026-11-07.json",
                        "progress.2026-11-08.json",
                        "progress.2026-11-09.json",
                        "progress.backup.json",
                        "progress.json",
                        "progress.lock");
        assertThat(answersIn("progress.2026-11-09.json")).isEqualTo(16);
        assertThat(answersIn("progress.backup.json")).isEqualTo(17);
        assertThat(answersIn("progress.json")).isEqualTo(18);
    }

    @Test
    void isReadOnlyWhileAnotherHasItAndLosesNothingOnceThatOneIsGone() {
        var first = open();
        first.change(_ -> Notes.of(2));
        try (var second = open()) {
            assertThat(second.readOnly()).isTrue();
            assertThat(second.trouble().orElseThrow()).startsWith("Ringside is open in another window.");
            second.change(p -> p.with("zombies", LessonNotes.begun(7)));
            assertThat(second.progress().lessons()).containsKey("zombies");
            first.change(Notes::more);
            first.close();
            second.retry();
        }
        try (var next = open()) {
            assertThat(next.progress()).isEqualTo(Notes.of(3).with("zombies", LessonNotes.begun(7)));
        }
    }

    @Test
    void leavesAloneWhatANewerProgramKept() throws IOException {
        var body = "{\"stars\": 5}\n}\n";
        var newer = "{\"ringside-progress\": 2, \"save\": 7, \"sha256\": \"" + Digest.of("2 7\n" + body)
                + "\", \"progress\":\n" + body;
        Files.writeString(folder.resolve("progress.json"), newer);
        try (var store = open()) {
            assertThat(store.trouble().orElseThrow()).contains("a newer Ringside");
            store.change(Notes::more);
        }
        assertThat(folder.resolve("progress.json")).hasContent(newer);
    }

    @Test
    void usesTheBackupWhenTheFileIsGone() throws IOException {
        try (var store = open()) {
            store.change(_ -> Notes.of(1));
        }
        try (var store = open()) {
            store.change(Notes::more);
        }
        Files.delete(folder.resolve("progress.json"));
        try (var store = open()) {
            assertThat(store.progress()).isEqualTo(Notes.of(1));
            assertThat(store.takeNews().orElseThrow()).contains("the newest backup is used");
            assertThat(store.takeNews()).isEmpty();
        }
    }

    @Test
    void startsAfreshWhereNothingCanBeRead() throws IOException {
        Files.writeString(folder.resolve("progress.json"), "{}");
        try (var store = open()) {
            assertThat(store.progress()).isEqualTo(Progress.NONE);
            assertThat(store.takeNews().orElseThrow()).contains("progress.damaged-" + Notes.NOON.millis() + ".json");
        }
        assertThat(folder.resolve("progress.damaged-" + Notes.NOON.millis() + ".json"))
                .hasContent("{}");
    }

    private long answersIn(String name) throws IOException {
        var content = ProgressFile.read(name, Files.readAllBytes(folder.resolve(name)));
        assertThat(content).isInstanceOf(ProgressFile.Content.Good.class);
        return Notes.answers(((ProgressFile.Content.Good) content).progress());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
