package ringside.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Palantir's Java format, over every source file.
 *
 * <p>Not a Maven plugin, because a formatter reads with the parser of the JVM it runs in, and Maven may run in an
 * older one than these sources are written for.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    /** Rewrites in place each file that is not formatted, and names it. */
    public static void main(String[] args) throws IOException {
        for (var file : unformatted()) {
            Files.writeString(file, formatted(file));
            System.out.println("formatted " + file);
        }
    }

    static List<Path> unformatted() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().parallelStream()
                    .filter(file -> !formatted(file).equals(read(file)))
                    .toList();
        }
    }

    static String formatted(Path file) {
        try {
            return FORMATTER.formatSourceAndFixImports(read(file));
        } catch (FormatterException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
