package ringside.config.haproxy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The HAProxy of this machine, asked whether it would take a configuration; it serves nothing. */
final class RealHaproxy {
    private final Path program;
    private final Path folder;

    private RealHaproxy(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The program, which reads what it is asked about from a folder; without it the test is skipped. */
    static RealHaproxy in(Path folder) {
        var program = find();
        Assumptions.assumeTrue(program.isPresent(), "there is no haproxy on this machine: not asked");
        return new RealHaproxy(program.orElseThrow(), folder);
    }

    private static Optional<Path> find() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return Stream.concat(Stream.of(path), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What it complains of; empty when it takes the configuration, be it with warnings. */
    Optional<String> complaint(String configuration) {
        try {
            var file = folder.resolve("haproxy.cfg");
            Files.writeString(file, configuration);
            var process = new ProcessBuilder(program.toString(), "-c", "-f", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 || told.contains("no listener") ? Optional.empty() : Optional.of(told);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
