package ringside.app.workshop;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.config.Printable;
import ringside.config.proxy.Confined;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Workplace;
import ringside.net.Visit;

/**
 * A proxy that is installed on this machine.
 *
 * @param dialect whose it is
 * @param program its file
 * @param title its name and version
 */
record Installed(Dialect dialect, Path program, String title) implements Workplace.Program {
    private static final List<String> ELSEWHERE =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");
    private static final int START_SECONDS = 10;
    private static final int MOST_LINES = 6;

    /**
     * Looks for the program of a dialect.
     *
     * @param named where the user says it is; it is looked for there alone then
     */
    static Optional<Installed> find(Dialect dialect, Optional<String> named) {
        var name = dialect.title().toLowerCase(Locale.ROOT);
        return named.map(Stream::of)
                .orElseGet(() -> onPath(name))
                .flatMap(text -> path(text).stream())
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst()
                .map(path -> new Installed(dialect, path, dialect.title() + " " + version(path)));
    }

    private static Stream<String> onPath(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        return Stream.concat(Stream.of(path), ELSEWHERE.stream())
                .filter(folder -> path(folder).filter(Path::isAbsolute).isPresent())
                .map(folder -> folder + File.separator + name);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String version(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "-v")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            var said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
            var version = VERSION.matcher(said);
            return version.find() ? version.group() : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public Workplace.Start start(Confined configuration, int port) {
        try {
            var child = Child.start(configuration.files(), folder -> command(folder.resolve(configuration.main())));
            boolean up = Moments.await(() -> Visit.possible(port) || !child.alive(), START_SECONDS);
            if (up && child.alive()) {
                return new Workplace.Start.Runs(child);
            }
            var said = complaint(configuration, child.alive() ? "" : child.said());
            child.close();
            return new Workplace.Start.Failed(said);
        } catch (IOException e) {
            return new Workplace.Start.Failed(title + " cannot be started: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Workplace.Start.Failed(title + " was given up");
        }
    }

    private List<String> command(Path main) {
        return switch (dialect) {
            case NGINX ->
                List.of(
                        program.toString(),
                        "-p",
                        String.valueOf(main.getParent()),
                        "-c",
                        main.toString(),
                        "-e",
                        "stderr");
            case HAPROXY -> List.of(program.toString(), "-db", "-f", main.toString());
        };
    }

    private String complaint(Confined configuration, String said) {
        var lines = said.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES)
                .map(line -> Printable.line(configuration.told(line)))
                .toList();
        return lines.isEmpty()
                ? title + " did not begin to take connections within " + START_SECONDS + " s"
                : String.join("\n", lines);
    }
}
