package ringside.config.nginx;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The nginx of this machine, asked whether it would take a configuration; it serves nothing. */
final class RealNginx {
    private final Path program;
    private final Path folder;

    private RealNginx(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The program, which keeps what it writes in a folder; without it the test is skipped. */
    static RealNginx in(Path folder) {
        var program = find();
        Assumptions.assumeTrue(program.isPresent(), "there is no nginx on this machine: not asked");
        return new RealNginx(program.orElseThrow(), folder);
    }

    private static Optional<Path> find() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return Stream.concat(Stream.of(path), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What it complains of; empty when it takes the configuration. */
    Optional<String> complaint(String configuration) throws IOException, InterruptedException {
        var file = folder.resolve("nginx.conf");
        Files.writeString(file, configuration.replaceFirst("http \\{", "http { " + everythingHere()));
        var process = new ProcessBuilder(
                        program.toString(),
                        "-t",
                        "-p",
                        folder.toString(),
                        "-c",
                        file.toString(),
                        "-g",
                        "pid " + folder.resolve("pid") + "; error_log " + folder.resolve("error.log") + ";")
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(told);
    }

    private String everythingHere() {
        var words = new StringBuilder("access_log off; ");
        for (var kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            words.append(kind)
                    .append("_temp_path ")
                    .append(folder.resolve(kind))
                    .append("; ");
        }
        return words.toString();
    }
}
