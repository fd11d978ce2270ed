package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real program, killed at random moments while it saves: a few times, or {@code -Dringside.kills=1000} times. */
final class KilledWhileSavingTest {
    private static final int KILLS = Integer.getInteger("ringside.kills", 12);
    private static final int MOST_SAVES = 6;
    private static final int MOST_NANOS = 4_000_000;

    @TempDir
    private Path folder;

    @Test
    void losesAtMostTheSaveThatWasUnderWay() throws Exception {
        var dice = new Random(11);
        long unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long told = killed(dice);
            unfinished += halves();
            try (var vault = new Vault(folder, Disk.OF_THIS_MACHINE, Notes.NOON)) {
                assertThat(vault.take()).isTrue();
                var found = vault.read();
                assertThat(found.news()).as("after kill %d", kill).isEmpty();
                assertThat(Notes.answers(found.progress().orElseThrow()))
                        .as("after kill %d", kill)
                        .isBetween(told, told + 1);
            }
            assertThat(halves()).isZero();
        }
        System.getLogger("ringside")
                .log(System.Logger.Level.INFO, KILLS + " kills, " + unfinished + " of them within a save");
    }

    private long killed(Random dice) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        SavingUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            long told = 0;
            for (int saves = 1 + dice.nextInt(MOST_SAVES); saves > 0; saves--) {
                told = Long.parseLong(Objects.requireNonNull(said.readLine(), "it ended by itself"));
            }
            long until = System.nanoTime() + dice.nextInt(MOST_NANOS);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            return Math.max(told, last(said, told));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /* What it said before it was killed and nobody had read yet; the last line may be half a number. */
    private static long last(BufferedReader said, long told) throws IOException {
        long last = told;
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            last = line.equals(String.valueOf(last + 1)) ? last + 1 : last;
        }
        return last;
    }

    private long halves() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".new")).count();
        }
    }

    private static String classPath() throws URISyntaxException {
        var here = Path.of(Objects.requireNonNull(SavingUntilKilled.class.getResource("SavingUntilKilled.class"))
                .toURI());
        for (int up = 0; up < 3; up++) {
            here = Objects.requireNonNull(here.getParent());
        }
        return here + File.pathSeparator + System.getProperty("jdk.module.path");
    }
}
