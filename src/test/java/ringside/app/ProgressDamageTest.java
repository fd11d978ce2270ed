package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand files with a flipped bit or without their end. */
final class ProgressDamageTest {
    private static final int TIMES = 10_000;

    @TempDir
    private Path folder;

    private byte[] good = {};
    private byte[] backup = {};

    @BeforeEach
    void keep() throws IOException {
        try (var vault = vault(0)) {
            assertThat(vault.take()).isTrue();
            vault.save(Notes.of(3));
            vault.save(Notes.of(4));
        }
        good = Files.readAllBytes(folder.resolve("progress.json"));
        backup = Files.readAllBytes(folder.resolve("progress.backup.json"));
    }

    private Vault vault(int millis) {
        return new Vault(folder, Disk.OF_THIS_MACHINE, () -> Instant.ofEpochMilli(1_800_000_000_000L + millis));
    }

    @Test
    void isKeptAsideToldAndReplacedByTheBackupTenThousandTimes() throws IOException {
        var dice = new Random(5);
        for (int i = 0; i < TIMES; i++) {
            check(i, i % 2 == 0 ? flipped(good, dice) : Arrays.copyOf(good, dice.nextInt(good.length)));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().contains("damaged"))).hasSize(5);
        }
    }

    private static byte[] flipped(byte[] bytes, Random dice) {
        var damaged = bytes.clone();
        damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
        return damaged;
    }

    private void check(int number, byte[] damaged) throws IOException {
        Files.write(folder.resolve("progress.json"), damaged);
        try (var vault = vault(number)) {
            assertThat(vault.take()).isTrue();
            var found = vault.read();
            assertThat(found.newer()).isFalse();
            assertThat(Notes.answers(found.progress().orElseThrow())).isEqualTo(3);
            assertThat(found.news().orElseThrow()).contains("damaged-" + (1_800_000_000_000L + number));
            assertThat(Files.readAllBytes(
                            folder.resolve("progress.damaged-" + (1_800_000_000_000L + number) + ".json")))
                    .isEqualTo(damaged);
        }
        assertThat(Files.readAllBytes(folder.resolve("progress.backup.json"))).isEqualTo(backup);
    }

    @Test
    void ofBothLeavesTheLastOfTheDay() throws IOException {
        try (var vault = vault(1)) {
            assertThat(vault.take()).isTrue();
            vault.read();
            vault.save(Notes.of(5));
            vault.save(Notes.of(6));
        }
        Files.writeString(folder.resolve("progress.json"), "?");
        Files.writeString(folder.resolve("progress.backup.json"), "?");
        try (var vault = vault(2)) {
            assertThat(vault.take()).isTrue();
            assertThat(Notes.answers(vault.read().progress().orElseThrow())).isEqualTo(3);
        }
    }
}
