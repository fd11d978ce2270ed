package ringside.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are started and end: with us, before us, and when we are killed. */
@DisabledOnOs(OS.WINDOWS)
final class ChildTest {
    private static final int PATIENCE = 40;

    @TempDir
    private Path folder;

    private static void until(String what, java.util.function.BooleanSupplier holds) {
        assertThat(Moments.await(holds, PATIENCE)).as("waited until %s", what).isTrue();
    }

    private Optional<ProcessHandle> running(Path in) {
        try (var all = Files.walk(in)) {
            var pid = all.filter(f -> f.endsWith("pid")).findFirst();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(
                            Long.parseLong(Files.readString(pid.get()).strip()));
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }

    @Test
    void endsWhenWeAreKilled() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        classPath(),
                        StartingUntilKilled.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child;
        try {
            until("it has started one", () -> running(folder).isPresent());
            child = running(folder).orElseThrow();
        } finally {
            process.destroyForcibly().waitFor();
        }
        until("that has ended too", () -> !child.isAlive());
        until("its folder is gone", () -> names().isEmpty());
    }

    private List<String> names() {
        var names = folder.toFile().list();
        return names == null
                ? List.of()
                : List.of(names).stream().filter(n -> n.startsWith("ringside")).toList();
    }

    @Test
    void endsWhenItIsClosed() throws Exception {
        var where = new CopyOnWriteArrayList<>(List.of(folder));
        var child = Child.start(Map.of("conf", "a file"), in -> {
            where.add(in);
            return StartingUntilKilled.FOR_AN_HOUR;
        });
        until("it runs", () -> running(where.getLast()).isPresent());
        var program = running(where.getLast()).orElseThrow();
        child.close();
        assertThat(program.isAlive()).isFalse();
        assertThat(child.alive()).isFalse();
        assertThat(where.getLast()).doesNotExist();
    }

    @Test
    void endsByForceWhenItWillNotByItself() throws Exception {
        var where = new CopyOnWriteArrayList<>(List.of(folder));
        var child = Child.start(Map.of(), in -> {
            where.add(in);
            return List.of("/bin/sh", "-c", "trap '' TERM; echo $$ > new; mv new pid; while :; do sleep 3600; done");
        });
        until("it runs", () -> running(where.getLast()).isPresent());
        var program = running(where.getLast()).orElseThrow();
        child.close();
        until("it is gone", () -> !program.isAlive());
        assertThat(where.getLast()).doesNotExist();
    }

    @Test
    void tellsWhatItSaidBeforeItEnded() throws Exception {
        try (var child =
                Child.start(Map.of("conf", "listn 8080;"), _ -> List.of("/bin/sh", "-c", "cat conf; exit 1"))) {
            until("it has ended", () -> !child.alive());
            assertThat(child.said()).isEqualTo("listn 8080;");
        }
    }

    private static String classPath() throws URISyntaxException {
        var here = Path.of(Objects.requireNonNull(StartingUntilKilled.class.getResource("StartingUntilKilled.class"))
                .toURI());
        for (int up = 0; up < 4; up++) {
            here = Objects.requireNonNull(here.getParent());
        }
        return here + File.pathSeparator + System.getProperty("jdk.module.path");
    }
}
