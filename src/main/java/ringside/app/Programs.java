package ringside.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import ringside.app.workshop.LocalWorkplace;
import ringside.lesson.workshop.Dialect;
import ringside.lesson.workshop.Workplace;

/**
 * Where the user says that proxies are installed, in a file of the data directory, {@code programs.properties}, with a line
 * such as {@code nginx=/opt/nginx/sbin/nginx} for each.
 */
final class Programs {
    private final Path file;

    /** Those named in a directory, which need not exist yet. */
    Programs(Path directory) {
        file = directory.resolve("programs.properties");
    }

    /** The path of a dialect's program, if the user named one. */
    synchronized Optional<String> path(Dialect dialect) {
        return Optional.ofNullable(read().getProperty(key(dialect)))
                .map(String::strip)
                .filter(path -> !path.isEmpty());
    }

    /** Keeps a path; an empty one is forgotten. @throws UncheckedIOException saying why it can't be kept */
    synchronized void name(Dialect dialect, String path) {
        var all = read();
        if (path.isEmpty()) {
            all.remove(key(dialect));
        } else {
            all.setProperty(key(dialect), path);
        }
        try {
            var text = new StringWriter();
            all.store(text, "Where Ringside finds proxies that it may start.");
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("this cannot be kept in " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /** This machine as a workplace, with these programs. */
    Workplace workplace() {
        return new LocalWorkplace(this::path, this::name);
    }

    private Properties read() {
        var all = new Properties();
        try {
            all.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            all.clear();
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger("ringside").log(System.Logger.Level.WARNING, "this cannot be read: " + file, e);
        }
        return all;
    }

    private static String key(Dialect dialect) {
        return dialect.title().toLowerCase(Locale.ROOT);
    }
}
