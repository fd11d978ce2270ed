package ringside.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The recorded answers of real programs, from the test resources. */
public final class Vectors {
    private Vectors() {}

    /** The whole text of a file under {@code vectors}. */
    public static String text(String path) {
        try (var in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table without quotes, below its header, cut at commas. */
    public static List<List<String>> rows(String path) {
        return text(path)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
